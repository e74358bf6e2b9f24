package io.skipscope.op.movement;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Strides;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** The axes in another order; {@link TransposeAttributes}. */
public final class Transpose extends CopyOperator {
  @Override
  public String name() {
    return "Transpose";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    Shape x = context.input(0);
    List<Integer> permutation = permutation(context);
    List<Integer> axes = IntStream.range(0, x.rank()).boxed().toList();
    if (!permutation.stream().sorted().toList().equals(axes)) {
      throw new GraphException(
          context.node().name(),
          "permutation " + permutation + " for the shape " + x,
          "each axis once: an order of " + axes);
    }
    return List.of(Shape.of(permuted(x.toArray(), permutation)));
  }

  @Override
  List<StridedCopy> copies(NodeContext context) {
    Shape y = context.output();
    int[] inStrides = permuted(Strides.of(context.input(0)), permutation(context));
    return List.of(StridedCopy.of(context.node(), y, inStrides, Strides.of(y), 0, 0));
  }

  private static int[] permuted(int[] numbers, List<Integer> permutation) {
    return permutation.stream().mapToInt(axis -> numbers[axis]).toArray();
  }

  private static List<Integer> permutation(NodeContext context) {
    return ((TransposeAttributes) context.node().attributes()).permutation();
  }
}
