package io.skipscope.load.onnx;

import io.skipscope.op.pool.ReduceAttributes;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** ReduceMean with its axes as an attribute (until opset 17) or an input. */
final class ReduceMeanConverter implements Converter {
  @Override
  public void convert(OnnxNode node, ImportContext context) {
    String value = context.value(node, 0);
    Shape shape = context.shape(value);
    TreeSet<Integer> axes = axes(node, context, shape.rank());
    if (axes.isEmpty()) {
      context.elide(node, value);
      return;
    }
    boolean keepDims = node.flag("keepdims", true);
    List<int[]> runs = runs(axes);
    for (int i = 0; i < runs.size() - 1; i++) {
      value =
          context.emitStep(node, "mean" + i, "ReduceMean", List.of(value), of(runs, i, keepDims));
    }
    context.emit(node, "ReduceMean", List.of(value), of(runs, runs.size() - 1, keepDims));
  }

  private static ReduceAttributes of(List<int[]> runs, int index, boolean keepDims) {
    return new ReduceAttributes(runs.get(index)[0], runs.get(index)[1], keepDims);
  }

  private static TreeSet<Integer> axes(OnnxNode node, ImportContext context, int rank) {
    long[] given = context.integers(node, "axes", 1);
    TreeSet<Integer> axes = new TreeSet<>();
    if (given == null || given.length == 0) {
      for (int axis = 0; axis < rank && !node.flag("noop_with_empty_axes", false); axis++) {
        axes.add(axis);
      }
      return axes;
    }
    for (long axis : given) {
      axes.add(node.axis(axis, rank));
    }
    return axes;
  }

  /** First and last axis of each group of neighbours; the last group first, so none moves. */
  private static List<int[]> runs(TreeSet<Integer> axes) {
    List<int[]> runs = new ArrayList<>();
    for (int axis : axes.descendingSet()) {
      if (runs.isEmpty() || runs.get(runs.size() - 1)[0] != axis + 1) {
        runs.add(new int[] {axis, axis});
      } else {
        runs.get(runs.size() - 1)[0] = axis;
      }
    }
    return runs;
  }
}
