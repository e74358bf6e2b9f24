package io.skipscope.op.movement;

import io.skipscope.op.Expected;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Function;

/** What an operator gives that only moves numbers, from where each one comes from. */
final class GatherOracle {
  private GatherOracle() {}

  /**
   * @param source gives the input's position for a position of the output, null for {@code filler}
   */
  static Expected gather(Tensor x, Shape output, float filler, Function<int[], int[]> source) {
    Expected expected = Expected.ofShape(output);
    for (int i = 0; i < expected.results().length; i++) {
      int[] from = source.apply(position(output, i));
      expected.results()[i] = from == null ? filler : at(x, from);
    }
    return expected;
  }

  static double at(Tensor x, int[] position) {
    int index = 0;
    for (int axis = 0; axis < position.length; axis++) {
      index = index * x.shape().extent(axis) + position[axis];
    }
    return x.data()[index];
  }

  /** A shape of {@code leastRank} to six axes. */
  static Shape randomShape(RandomSource random, int leastRank) {
    int[] extents = new int[random.chance(0.5) ? 4 : random.between(leastRank, 6)];
    Arrays.setAll(extents, axis -> random.between(1, extents.length > 4 ? 4 : 8));
    return Shape.of(extents);
  }

  private static int[] position(Shape shape, int index) {
    int[] position = new int[shape.rank()];
    int rest = index;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      position[axis] = rest % shape.extent(axis);
      rest /= shape.extent(axis);
    }
    return position;
  }
}
