package io.skipscope.op.pool;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Global pools and means along axes: one number stands for many. */
class ReductionTest {
  private static final int CASES = 300;

  @ParameterizedTest
  @ValueSource(strings = {"GlobalAveragePool", "GlobalMaxPool", "ReduceMean"})
  void javaLoopsMatchDoublePrecision(String op) {
    OperatorProperty.holdsInJava(CASES, seed -> random(op, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GlobalAveragePool", "GlobalMaxPool", "ReduceMean"})
  @Tag("opencl")
  void kernelMatchesDoublePrecision(String op) {
    OperatorProperty.holdsOnOpenCl(CASES, seed -> random(op, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GlobalAveragePool", "GlobalMaxPool", "ReduceMean"})
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf(String op) {
    OperatorProperty.holdsInHalf(CASES, seed -> random(op, seed));
  }

  @Test
  void negativeAxesCountFromTheEnd() {
    assertEquals(Shape.of(2, 3), infer(new ReduceAttributes(-2, -1, false)));
  }

  @Test
  void keptAxesHaveExtentOne() {
    assertEquals(Shape.of(2, 1, 1, 5), infer(new ReduceAttributes(1, 2, true)));
  }

  @Test
  void axesInTheWrongOrderAreRefused() {
    GraphException error =
        assertThrows(GraphException.class, () -> infer(new ReduceAttributes(3, 2, true)));
    assertEquals("mean: found axes 3 to 2, expected the first before the last", error.getMessage());
  }

  @Test
  void axisBeyondTheRankIsRefused() {
    GraphException error =
        assertThrows(GraphException.class, () -> infer(new ReduceAttributes(1, 4, true)));
    assertEquals("mean: found axis 4, expected an axis from -4 to 3", error.getMessage());
  }

  private static Shape infer(ReduceAttributes attributes) {
    Node node = new Node("mean", "ReduceMean", List.of("x"), "y", attributes);
    Shape x = Shape.of(2, 3, 4, 5);
    return new ReduceMean().inferShapes(new NodeContext(node, name -> x)).get(0);
  }

  private static CheckedCase random(String op, long seed) {
    RandomSource random = new RandomSource(seed);
    boolean isGlobal = !op.equals("ReduceMean");
    Shape x = isGlobal ? randomMaps(random) : randomShape(random);
    int first = isGlobal ? 2 : random.between(0, x.rank() - 1);
    int last = isGlobal ? 3 : random.between(first, x.rank() - 1);
    boolean keep = isGlobal || random.chance(0.5);
    Attributes attributes = Attributes.NONE;
    if (!isGlobal) {
      int shift = random.chance(0.5) ? x.rank() : 0;
      attributes = new ReduceAttributes(first - shift, last - shift, keep);
    }
    Tensor input = random.tensor(x);
    Node node = new Node("mean", op, List.of("x"), "y", attributes);
    return new CheckedCase(
        new OperatorCase(node, Map.of("x", input)),
        Map.of("y", reduce(op, input, first, last, outputShape(x, first, last, keep))),
        op + " of " + x + ", " + attributes);
  }

  /** One in ten is large, so that long sums are seen too. */
  private static Shape randomMaps(RandomSource random) {
    return random.chance(0.1)
        ? Shape.of(1, 2, random.between(30, 90), random.between(30, 90))
        : PoolCases.randomMaps(random);
  }

  private static Shape randomShape(RandomSource random) {
    int[] extents = new int[random.between(1, 5)];
    Arrays.setAll(extents, axis -> random.between(1, 8));
    return Shape.of(extents);
  }

  private static Shape outputShape(Shape x, int first, int last, boolean keep) {
    Shape shape = x;
    for (int axis = first; axis <= last; axis++) {
      shape = shape.with(axis, 1);
    }
    if (keep) {
      return shape;
    }
    int[] extents = new int[x.rank() - (last - first + 1)];
    for (int axis = 0; axis < extents.length; axis++) {
      extents[axis] = x.extent(axis < first ? axis : axis + last - first + 1);
    }
    return Shape.of(extents);
  }

  /** Adds each element of the input to the output element that it belongs to. */
  private static Expected reduce(String op, Tensor x, int first, int last, Shape output) {
    Expected expected = Expected.ofShape(output);
    boolean isMax = op.equals("GlobalMaxPool");
    if (isMax) {
      Arrays.fill(expected.results(), Double.NEGATIVE_INFINITY);
    }
    int inner = x.shape().product(last + 1, x.shape().rank());
    int length = x.shape().product(first, last + 1);
    for (int i = 0; i < x.data().length; i++) {
      int target = i / (inner * length) * inner + i % inner;
      double number = x.data()[i];
      if (isMax) {
        expected.results()[target] = Math.max(expected.results()[target], number);
      } else {
        expected.results()[target] += number / length;
        expected.scales()[target] += Math.abs(number) / length;
      }
    }
    return expected;
  }
}
