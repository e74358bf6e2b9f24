package io.skipscope.op.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Attributes;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MatMulTest {
  private static final int CASES = 300;

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(CASES, MatMulTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelMatchesDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, MatMulTest::random);
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(CASES, MatMulTest::random);
  }

  @Test
  void batchAxesAreBroadcast() {
    assertEquals(Shape.of(2, 3, 4, 6), infer(Shape.of(2, 1, 4, 5), Shape.of(3, 5, 6)));
  }

  @Test
  void vectorsLoseTheirAxis() {
    assertEquals(Shape.of(6), infer(Shape.of(5), Shape.of(5, 6)));
    assertEquals(Shape.of(3, 4), infer(Shape.of(3, 4, 5), Shape.of(5)));
    assertEquals(Shape.of(), infer(Shape.of(5), Shape.of(5)));
  }

  @Test
  void depthsThatDifferAreRefused() {
    GraphException error =
        assertThrows(GraphException.class, () -> infer(Shape.of(4, 5), Shape.of(4, 5)));
    assertEquals(
        "product: found matrices of shapes 4x5 and 4x5, expected [..., M, K] and [..., K, N] with"
            + " at most 4 equal axes before",
        error.getMessage());
  }

  @Test
  void batchesThatDifferAreRefused() {
    assertThrows(GraphException.class, () -> infer(Shape.of(2, 4, 5), Shape.of(3, 5, 4)));
  }

  private static Shape infer(Shape left, Shape right) {
    Node node = new Node("product", "MatMul", List.of("a", "b"), "y", Attributes.NONE);
    Map<String, Shape> shapes = Map.of("a", left, "b", right);
    return new MatMul().inferShapes(new NodeContext(node, shapes::get)).get(0);
  }

  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int[] batch = new int[random.between(0, 4)];
    Arrays.setAll(batch, axis -> random.between(1, 4));
    int rows = random.between(1, 9);
    int depth = random.between(1, 20);
    int columns = random.between(1, 19);
    Tensor left = random.tensor(operand(random, batch, rows, depth));
    Tensor right = random.tensor(operand(random, batch, depth, columns));
    Node node = new Node("product", "MatMul", List.of("a", "b"), "y", Attributes.NONE);
    return new CheckedCase(
        new OperatorCase(node, Map.of("a", left, "b", right)),
        Map.of("y", multiply(left, right)),
        left.shape() + " times " + right.shape());
  }

  /** Matrices with some batch axes 1 and some in front missing. */
  private static Shape operand(RandomSource random, int[] batch, int rows, int columns) {
    int[] own = Arrays.copyOfRange(batch, random.between(0, batch.length), batch.length);
    for (int axis = 0; axis < own.length; axis++) {
      own[axis] = random.chance(0.3) ? 1 : own[axis];
    }
    return Shape.of(IntStream.concat(Arrays.stream(own), IntStream.of(rows, columns)).toArray());
  }

  private static Expected multiply(Tensor left, Tensor right) {
    int rank = Math.max(left.shape().rank(), right.shape().rank());
    int[] extents = new int[rank];
    for (int back = 1; back <= rank; back++) {
      extents[rank - back] = Math.max(extent(left.shape(), back), extent(right.shape(), back));
    }
    int depth = left.shape().extent(-1);
    extents[rank - 2] = left.shape().extent(-2);
    extents[rank - 1] = right.shape().extent(-1);
    Expected expected = Expected.ofShape(Shape.of(extents));
    for (int i = 0; i < expected.results().length; i++) {
      int column = i % extents[rank - 1];
      int row = i / extents[rank - 1] % extents[rank - 2];
      int batch = i / extents[rank - 1] / extents[rank - 2];
      for (int k = 0; k < depth; k++) {
        double product = at(left, extents, batch, row, k) * at(right, extents, batch, k, column);
        expected.results()[i] += product;
        expected.scales()[i] += Math.abs(product);
      }
    }
    return expected;
  }

  private static int extent(Shape shape, int back) {
    return back > shape.rank() ? 1 : shape.extent(-back);
  }

  private static double at(Tensor tensor, int[] extents, int batch, int row, int column) {
    Shape shape = tensor.shape();
    int index = row * shape.extent(-1) + column;
    int pitch = shape.extent(-1) * shape.extent(-2);
    int rest = batch;
    for (int back = 3; back <= shape.rank(); back++) {
      int position = rest % extents[extents.length - back];
      rest /= extents[extents.length - back];
      index += shape.extent(-back) == 1 ? 0 : position * pitch;
      pitch *= shape.extent(-back);
    }
    return tensor.data()[index];
  }
}
