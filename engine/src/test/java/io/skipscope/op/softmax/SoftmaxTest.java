package io.skipscope.op.softmax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Node;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.NodeContext;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private static final int CASES = 300;

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(CASES, SoftmaxTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelMatchesDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, SoftmaxTest::random);
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(CASES, SoftmaxTest::random);
  }

  @Test
  void axisBeyondTheRankIsRefused() {
    Node node = new Node("prob", "Softmax", List.of("x"), "y", new SoftmaxAttributes(2));
    NodeContext context = new NodeContext(node, name -> Shape.of(1, 1000));
    GraphException error =
        assertThrows(GraphException.class, () -> new Softmax().inferShapes(context));
    assertEquals("prob: found axis 2, expected an axis from -2 to 1", error.getMessage());
  }

  /** Numbers up to +-4, and in some cases shifted far beyond where exp overflows. */
  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    Shape shape = random.chance(0.1) ? randomScores(random) : randomShape(random);
    int axis = random.between(0, shape.rank() - 1);
    float shift = random.chance(0.2) ? 1024 : 0;
    Tensor x = random.tensor(shape, shift - 4, shift + 4);
    int named = random.chance(0.5) ? axis : axis - shape.rank();
    Node node = new Node("prob", "Softmax", List.of("x"), "y", new SoftmaxAttributes(named));
    return new CheckedCase(
        new OperatorCase(node, Map.of("x", x)),
        Map.of("y", softmax(x, axis, shift)),
        shape + " along axis " + axis);
  }

  private static Shape randomShape(RandomSource random) {
    int[] extents = new int[random.between(1, 4)];
    Arrays.setAll(extents, axis -> random.between(1, 9));
    return Shape.of(extents);
  }

  /** What a classifier of many classes gives. */
  private static Shape randomScores(RandomSource random) {
    return Shape.of(random.between(1, 3), random.between(200, 1000));
  }

  private static Expected softmax(Tensor x, int axis, double shift) {
    Shape shape = x.shape();
    int inner = shape.product(axis + 1, shape.rank());
    int length = shape.extent(axis);
    double[] sums = new double[shape.elementCount() / length];
    Expected expected = Expected.ofShape(shape);
    for (int i = 0; i < x.data().length; i++) {
      expected.results()[i] = Math.exp(x.data()[i] - shift);
      sums[i / (inner * length) * inner + i % inner] += expected.results()[i];
    }
    for (int i = 0; i < x.data().length; i++) {
      expected.results()[i] /= sums[i / (inner * length) * inner + i % inner];
    }
    return expected;
  }
}
