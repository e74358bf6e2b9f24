package io.skipscope.op.layout;

import io.skipscope.graph.Node;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReorderTest {
  private static final int CASES = 300;
  private static final List<ReorderAttributes> DIRECTIONS =
      List.of(
          new ReorderAttributes(Layout.NCHW, Layout.NCHWC8),
          new ReorderAttributes(Layout.NCHWC8, Layout.NCHW));

  @Test
  void javaKeepsEveryNumber() {
    OperatorProperty.holdsInJava(CASES, ReorderTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelsKeepEveryNumber() {
    OperatorProperty.holdsOnOpenCl(CASES, ReorderTest::random);
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(CASES, ReorderTest::random);
  }

  /** Any map in either direction; the logical tensor stays the same. */
  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    Shape shape =
        Shape.of(
            random.between(1, 5),
            random.between(1, 35),
            random.between(1, 20),
            random.between(1, 20));
    Tensor x = random.tensor(shape);
    ReorderAttributes direction = random.pick(DIRECTIONS);
    Node node = new Node("reorder", "Reorder", List.of("x"), "y", direction);
    Expected expected = Expected.ofShape(shape);
    Arrays.setAll(expected.results(), i -> x.data()[i]);
    return new CheckedCase(
        new OperatorCase(node, Map.of("x", x)),
        Map.of("y", expected),
        shape + " to " + direction.to());
  }
}
