package io.skipscope.op.pool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.GraphException;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.NodeContext;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorHarness;
import io.skipscope.op.OperatorHarness.Split;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.Operators;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.TestDevices;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTest {
  private static final int CASES = 300;

  /** Fewer for the kernels of which a program is compiled for each window. */
  private static final int SPECIALISED_CASES = 40;

  private static final Set<KernelFamily> SPECIALISED = Set.of(KernelFamily.CPU, KernelFamily.GPU);

  @ParameterizedTest
  @ValueSource(strings = {"MaxPool", "AveragePool"})
  void javaLoopsMatchDoublePrecision(String op) {
    OperatorProperty.holdsInJava(CASES, seed -> PoolCases.random(op, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MaxPool", "AveragePool"})
  @Tag("opencl")
  void kernelMatchesDoublePrecision(String op) {
    OperatorProperty.holdsOnOpenCl(
        CASES, seed -> PoolCases.random(op, seed), Set.of(KernelFamily.REF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MaxPool", "AveragePool"})
  @Tag("opencl")
  void specialisedKernelsMatchDoublePrecision(String op) {
    OperatorProperty.holdsOnOpenCl(
        SPECIALISED_CASES, seed -> PoolCases.random(op, seed), SPECIALISED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MaxPool", "AveragePool"})
  @Tag("opencl")
  @Tag("long")
  void specialisedKernelsMatchDoublePrecisionInManyCases(String op) {
    OperatorProperty.holdsOnOpenCl(CASES, seed -> PoolCases.random(op, seed), SPECIALISED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MaxPool", "AveragePool"})
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf(String op) {
    OperatorProperty.holdsInHalf(SPECIALISED_CASES, seed -> PoolCases.random(op, seed));
  }

  @Test
  void nanWinsInEveryWindowThatHoldsItInJava() {
    try (Device java = new JavaDevice()) {
      assertNanSpreads(OperatorHarness.reference(nanCase(), java).get("y"));
    }
  }

  @Test
  @Tag("opencl")
  void nanWinsInEveryWindowThatHoldsItOnOpenCl() {
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      OperatorCase test = nanCase();
      assertNanSpreads(
          OperatorHarness.kernels(
                  test, OperatorHarness.variants(test, device).get(0), device, Split.WHOLE)
              .get("y"));
    }
  }

  @Test
  void stemPoolHalvesTheMap() {
    assertEquals(Shape.of(1, 64, 56, 56), infer(Shape.of(1, 64, 112, 112), pool(3, 2, 1, false)));
  }

  @Test
  void ceilModeAddsAWindowThatStartsInside() {
    assertEquals(Shape.of(1, 1, 2, 2), infer(Shape.of(1, 1, 4, 4), pool(3, 2, 0, true)));
  }

  @Test
  void ceilModeLeavesOutAWindowThatStartsInThePadding() {
    assertEquals(Shape.of(1, 1, 2, 2), infer(Shape.of(1, 1, 3, 3), pool(2, 2, 1, true)));
  }

  @Test
  void windowThatDoesNotFitIsRefused() {
    assertMessage(
        "pool: found a window of 5 on an extent of 4, expected a window that fits into the padded"
            + " input",
        Shape.of(1, 1, 4, 4),
        pool(5, 1, 0, false));
  }

  @Test
  void paddingAsWideAsTheWindowIsRefused() {
    assertMessage(
        "pool: found padding 2 and 2 for a window of 2, expected 0 to 1",
        Shape.of(1, 1, 4, 4),
        pool(2, 1, 2, false));
  }

  @Test
  void absurdDilationIsRefused() {
    PoolAttributes attributes =
        new PoolAttributes(3, 3, 1, 1, 0, 0, 0, 0, 1 << 30, 1, false, false);
    assertMessage(
        "pool: found kernel 3, stride 1, dilation 1073741824, expected 1 to 32768 each",
        Shape.of(1, 1, 4, 4),
        attributes);
  }

  @Test
  void vectorsAreRefused() {
    assertMessage(
        "pool: found input x of shape 4x4, expected rank 4", Shape.of(4, 4), pool(2, 1, 0, false));
  }

  private static OperatorCase nanCase() {
    Tensor x = new Tensor(Shape.of(1, 1, 1, 6), new float[] {1, 2, Float.NaN, 9, 4, 3});
    Node node = new Node("pool", "MaxPool", List.of("x"), "y", row(2));
    return new OperatorCase(node, Map.of("x", x));
  }

  private static void assertNanSpreads(Tensor y) {
    assertArrayEquals(new float[] {2, Float.NaN, Float.NaN, 9, 4}, y.data());
  }

  private static PoolAttributes row(int kernelW) {
    return new PoolAttributes(1, kernelW, 1, 1, 0, 0, 0, 0, 1, 1, false, false);
  }

  private static PoolAttributes pool(int kernel, int stride, int pad, boolean ceil) {
    return new PoolAttributes(
        kernel, kernel, stride, stride, pad, pad, pad, pad, 1, 1, ceil, false);
  }

  private static void assertMessage(String message, Shape x, PoolAttributes attributes) {
    GraphException error = assertThrows(GraphException.class, () -> infer(x, attributes));
    assertEquals(message, error.getMessage());
  }

  private static Shape infer(Shape x, PoolAttributes attributes) {
    Node node = new Node("pool", "MaxPool", List.of("x"), "y", attributes);
    return Operators.get("MaxPool").inferShapes(new NodeContext(node, name -> x)).get(0);
  }
}
