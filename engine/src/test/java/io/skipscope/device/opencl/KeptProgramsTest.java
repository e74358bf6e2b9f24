package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.skipscope.device.Arg;
import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.Queue;
import io.skipscope.device.opencl.DriverTraits.Kept;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs are taken from files where the driver wants that, and compiled whenever those fail. */
@Tag("opencl")
class KeptProgramsTest {
  private static final int OUT_OF_RESOURCES = -5;
  private static final KernelSpec SCALE = new KernelSpec("test/scale.ref.cl", "scale", Map.of());

  private final JoclCl real = new JoclCl();

  @TempDir Path folder;

  @AfterEach
  void nothingStaysOpen() {
    assertEquals(Map.of(), real.liveObjects());
  }

  @Test
  void secondStartTakesTheBinary() {
    ForgetfulCl first = new ForgetfulCl(real);
    assertEquals(List.of(), doubleNumbers(first.cl()));
    assertEquals(1, first.calls("programBinary"));
    ForgetfulCl second = new ForgetfulCl(real);
    assertEquals(List.of(), doubleNumbers(second.cl()));
    assertEquals(1, second.calls("createProgramFromBinary"));
    assertEquals(0, second.calls("createProgram"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"createProgramFromBinary", "buildProgram", "createKernel"})
  void binaryThatTheDriverRefusesIsCompiledAnew(String method) {
    doubleNumbers(new ForgetfulCl(real).cl());
    ForgetfulCl counting = new ForgetfulCl(real);
    FaultyCl faulty = FaultyCl.over(counting.cl(), method, 0, OUT_OF_RESOURCES);
    List<String> problems = doubleNumbers(faulty.cl());
    assertTrue(faulty.hasFailed());
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("CL_OUT_OF_RESOURCES (-5)"), problems.get(0));
    assertEquals(1, counting.calls("createProgram"));
  }

  @Test
  void contentThatNoDriverKnowsIsCompiledAnewAndReplaced() throws IOException {
    doubleNumbers(new ForgetfulCl(real).cl());
    Path file = onlyFile();
    new ProgramStore(folder).write(file, "no program".getBytes());
    assertEquals(1, doubleNumbers(new ForgetfulCl(real).cl()).size());
    assertEquals(List.of(), doubleNumbers(new ForgetfulCl(real).cl()));
  }

  @Test
  void binaryThatTheDriverDoesNotGiveCostsOneLine() throws IOException {
    FaultyCl faulty =
        FaultyCl.over(new ForgetfulCl(real).cl(), "programBinary", 0, OUT_OF_RESOURCES);
    List<String> problems = doubleNumbers(faulty.cl());
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("are not kept"), problems.get(0));
    assertFalse(hasFiles());
  }

  @Test
  void driverThatKeepsProgramsIsNotAskedForThem() throws IOException {
    doubleNumbers(real);
    assertEquals(DriverTraits.of(firstInfo()).kept() == Kept.NOTHING, !hasFiles());
  }

  @Test
  void frontEndReadsASourceOnce() {
    assumeTrue(DriverTraits.of(firstInfo()).kept() == Kept.BITCODE);
    CountingCl first = new CountingCl(real);
    assertEquals(List.of(), doubleNumbers(first.cl()));
    assertEquals(1, first.calls("compileProgram"));
    CountingCl second = new CountingCl(real);
    assertEquals(List.of(), doubleNumbers(second.cl()));
    assertEquals(0, second.calls("createProgram"));
    assertEquals(1, second.calls("createProgramFromBinary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compileProgram", "programBinary"})
  void withoutBitcodeTheSourceIsBuilt(String method) throws IOException {
    assumeTrue(DriverTraits.of(firstInfo()).kept() == Kept.BITCODE);
    FaultyCl faulty = FaultyCl.over(real, method, 0, OUT_OF_RESOURCES);
    List<String> problems = doubleNumbers(faulty.cl());
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("are not kept"), problems.get(0));
    assertFalse(hasFiles());
  }

  @Test
  void bitcodeThatTheDriverDoesNotTakeIsMadeAnew() throws IOException {
    assumeTrue(DriverTraits.of(firstInfo()).kept() == Kept.BITCODE);
    doubleNumbers(real);
    new ProgramStore(folder).write(onlyFile(), "no program".getBytes());
    assertEquals(1, doubleNumbers(real).size());
    assertEquals(List.of(), doubleNumbers(real));
  }

  private DeviceInfo firstInfo() {
    return OpenClPlatforms.discover(real).devices().get(0);
  }

  /** Runs a kernel, checks its result and tells what was noted meanwhile. */
  private List<String> doubleNumbers(Cl cl) {
    OpenClPlatforms platforms = OpenClPlatforms.discover(cl, folder);
    try (Device device = platforms.open(OpenClForTests.firstDevice(platforms));
        Queue queue = device.openQueue()) {
      DeviceBuffer numbers = device.allocate(16);
      queue.write(numbers, FloatBuffer.wrap(new float[] {1, 2, 3, 4}));
      List<Arg> args =
          List.of(new Arg.Buffer("x"), new Arg.Buffer("x"), new Arg.Int(4), new Arg.Factor("f"));
      KernelLaunch launch = new KernelLaunch("n", SCALE, NdRange.of(4, 1, 1), args);
      queue.submit(launch, Bindings.of(value -> numbers, factor -> 2));
      FloatBuffer doubled = FloatBuffer.allocate(4);
      queue.read(numbers, doubled);
      assertArrayEquals(new float[] {2, 4, 6, 8}, doubled.array());
      return device.problems();
    }
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all.toString());
      return all.get(0);
    }
  }

  private boolean hasFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }
}
