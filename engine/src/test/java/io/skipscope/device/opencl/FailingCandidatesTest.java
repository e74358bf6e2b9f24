package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.job.Job;
import io.skipscope.op.KernelChoice;
import io.skipscope.tune.CandidateTimer;
import io.skipscope.tune.OneConvolution;
import io.skipscope.tune.Tuner;
import io.skipscope.tune.TuningResult.ShapeResult;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A candidate that fails is counted and shown, and the search goes on. */
@Tag("opencl")
class FailingCandidatesTest {
  private static final int BUILD_PROGRAM_FAILURE = -11;
  private static final int OUT_OF_RESOURCES = -5;
  private static final CandidateTimer EQUAL = candidates -> new double[candidates.size()];

  /** The first program is the reference kernel's, the second the untuned candidate's. */
  @ParameterizedTest
  @CsvSource({"buildProgram, 1", "buildProgram, 2", "enqueueKernel, 1", "enqueueKernel, 2"})
  void candidateThatFailsIsSkipped(String method, int call) {
    JoclCl real = new JoclCl();
    boolean building = method.equals("buildProgram");
    int code = building ? BUILD_PROGRAM_FAILURE : OUT_OF_RESOURCES;
    Cl driver = building ? new RememberingCl(real).cl() : real;
    FaultyCl faulty = FaultyCl.over(driver, method, call, code);
    OpenClPlatforms platforms = OpenClPlatforms.discover(faulty.cl());
    ShapeResult result;
    try (Device device = platforms.open(OpenClForTests.firstDevice(platforms))) {
      result = tune(device);
    }
    assertEquals(3, result.tried());
    assertEquals(1, result.failures().size(), result.failures().toString());
    assertTrue(result.failures().get(0).contains(String.valueOf(code)), result.toString());
    assertEquals(call == 1, Double.isNaN(result.untunedMillis()));
    assertEquals(call != 1, result.tuned().equals(result.untuned()));
    assertEquals(Map.of(), real.liveObjects());
  }

  @Test
  void referenceKernelThatFailsLeavesEverythingUntuned() {
    FaultyCl faulty =
        FaultyCl.over(
            new RememberingCl(new JoclCl()).cl(), "buildProgram", 0, BUILD_PROGRAM_FAILURE);
    OpenClPlatforms platforms = OpenClPlatforms.discover(faulty.cl());
    try (Device device = platforms.open(OpenClForTests.firstDevice(platforms))) {
      ShapeResult result = tune(device);
      assertEquals(result.untuned(), result.tuned());
      assertEquals(1, result.failures().size());
    }
  }

  private static ShapeResult tune(Device device) {
    return Tuner.tune(
            device,
            OneConvolution.graph(),
            new KernelChoice(device.info(), null),
            new Tuner.Settings(3, Long.MAX_VALUE, 20),
            EQUAL,
            Job.unwatched())
        .classes()
        .get(0);
  }
}
