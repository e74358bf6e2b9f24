package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.DeviceException;
import io.skipscope.job.Job;
import io.skipscope.op.Operator;
import io.skipscope.op.Operators;
import io.skipscope.plan.Precision;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerifyTest {
  @Test
  void everyOperatorHasACase() {
    Set<String> operators =
        Operators.all().stream().map(Operator::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> covered =
        VerifyCases.all().stream()
            .map(test -> test.node().op())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(operators, covered);
  }

  @Test
  @Tag("opencl")
  void everyKernelAgreesOnAnOpenClDevice() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      List<Verify.Row> rows = Verify.run(device, null, Job.unwatched());
      assertTrue(rows.size() > Operators.all().size());
      assertEquals(List.of(), rows.stream().filter(row -> !row.passed()).toList());
    }
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void everyKernelAgreesInHalf() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      List<Verify.Row> rows = Verify.run(device, null, Precision.HALF, Job.unwatched());
      assertEquals(List.of(), rows.stream().filter(row -> !row.passed()).toList());
    }
  }

  @Test
  void theJavaDeviceIsNotComparedWithItself() {
    try (JavaDevice java = new JavaDevice()) {
      assertThrows(DeviceException.class, () -> Verify.run(java, null, Job.unwatched()));
    }
  }

  @Test
  void errorsAreRelativeToTheLargestMagnitude() {
    assertEquals(0.25, worst(new float[] {4, 1}, new float[] {4, 2}));
    assertEquals(0, worst(new float[] {Float.NaN}, new float[] {Float.NaN}));
  }

  @Test
  void aNumberThatWasNotWrittenIsAMismatch() {
    double error = worst(new float[] {1, 2}, new float[] {1, Float.NaN});
    Verify.Row row = new Verify.Row("Conv", "conv2d.ref", "a case", error, 1e-5, "");
    assertTrue(Double.isInfinite(error));
    assertFalse(row.passed());
    assertFalse(new Verify.Row("Conv", "conv2d.ref", "", Double.NaN, 1, "no build").passed());
  }

  private static double worst(float[] expected, float[] actual) {
    return Verify.worstError(
        Map.of("y", new Tensor(Shape.of(actual.length), actual)),
        Map.of("y", new Tensor(Shape.of(expected.length), expected)));
  }
}
