package io.skipscope.load.onnx;

import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Folds that take, reorder or join elements without changing them. */
final class SelectionFolds {
  private SelectionFolds() {}

  static void register(Map<String, Folding.Fold> table) {
    table.put("Gather", SelectionFolds::gather);
    table.put("Concat", SelectionFolds::concat);
    table.put("Slice", SelectionFolds::slice);
    table.put("Transpose", SelectionFolds::transpose);
    table.put("Reshape", SelectionFolds::reshape);
    table.put("Flatten", (node, context, inputs) -> vector(inputs.get(0), node));
    table.put("Squeeze", SelectionFolds::squeeze);
    table.put("Unsqueeze", SelectionFolds::unsqueeze);
  }

  private static Constant gather(OnnxNode node, ImportContext context, List<Constant> inputs) {
    Constant data = inputs.get(0);
    Constant indices = second(node, inputs);
    int rank = data.shape().rank();
    int axis = node.axis(node.integer("axis", 0), rank);
    if (rank == 0) {
      throw node.malformed("a scalar to gather from", "a tensor with axes");
    }
    int extent = data.shape().extent(axis);
    int outer = data.shape().product(0, axis);
    int inner = data.shape().product(axis + 1, rank);
    int[] sources = new int[checkedCount(node, (long) outer * indices.count() * inner)];
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < indices.count(); i++) {
        int index = node.axis(indices.integer(i), extent);
        for (int k = 0; k < inner; k++) {
          sources[at++] = (o * extent + index) * inner + k;
        }
      }
    }
    List<Integer> extents = new ArrayList<>(extents(data.shape()));
    extents.remove(axis);
    extents.addAll(axis, extents(indices.shape()));
    return data.pick(shape(extents), sources);
  }

  private static Constant concat(OnnxNode node, ImportContext context, List<Constant> inputs) {
    Shape first = inputs.get(0).shape();
    int axis = node.axis(node.integer("axis", 1), first.rank());
    int total = 0;
    for (Constant input : inputs) {
      if (input == null
          || input.shape().rank() != first.rank()
          || !input.shape().with(axis, 1).equals(first.with(axis, 1))) {
        throw node.malformed("parts of different shapes", "equal extents but for axis " + axis);
      }
      total = Math.addExact(total, input.shape().extent(axis));
    }
    Shape joined = first.with(axis, total);
    if (first.product(0, axis) == 1) {
      return Constant.joined(joined, inputs);
    }
    Constant all = Constant.joined(Shape.of(joined.elementCount()), inputs);
    return all.pick(joined, interleaved(inputs, axis, first.product(0, axis), joined));
  }

  private static int[] interleaved(List<Constant> parts, int axis, int outer, Shape joined) {
    int[] sources = new int[joined.elementCount()];
    int at = 0;
    for (int o = 0; o < outer; o++) {
      int begin = 0;
      for (Constant part : parts) {
        int run = part.count() / outer;
        for (int k = 0; k < run; k++) {
          sources[at++] = begin + o * run + k;
        }
        begin += part.count();
      }
    }
    return sources;
  }

  private static Constant slice(OnnxNode node, ImportContext context, List<Constant> inputs) {
    Constant result = inputs.get(0);
    for (SliceAttributes.Range range :
        SliceArguments.of(node, context, result.shape().rank()).ranges()) {
      result = slice(result, range);
    }
    return result;
  }

  private static Constant slice(Constant data, SliceAttributes.Range range) {
    int extent = data.shape().extent(range.axis());
    boolean forwards = range.step() > 0;
    long begin = clamped(range.begin(), extent, forwards ? 0 : -1, forwards ? extent : extent - 1);
    long end = clamped(range.end(), extent, forwards ? 0 : -1, forwards ? extent : extent - 1);
    int[] taken = new int[extent];
    int count = 0;
    for (long i = begin; forwards ? i < end : i > end; i += range.step()) {
      taken[count++] = (int) i;
    }
    return take(data, range.axis(), Arrays.copyOf(taken, count));
  }

  private static long clamped(long position, int extent, int least, int most) {
    long counted = position < 0 ? position + extent : position;
    return Math.max(least, Math.min(most, counted));
  }

  private static Constant take(Constant data, int axis, int[] indices) {
    Shape shape = data.shape();
    int inner = shape.product(axis + 1, shape.rank());
    int extent = shape.extent(axis);
    Shape taken = shape.with(axis, indices.length);
    int[] sources = new int[taken.elementCount()];
    for (int i = 0; i < sources.length; i++) {
      int outer = i / inner / indices.length;
      sources[i] = (outer * extent + indices[i / inner % indices.length]) * inner + i % inner;
    }
    return data.pick(taken, sources);
  }

  private static Constant transpose(OnnxNode node, ImportContext context, List<Constant> inputs) {
    Constant data = inputs.get(0);
    int rank = data.shape().rank();
    List<Integer> permutation = MovementConverters.permutation(node, rank);
    List<Integer> extents = permutation.stream().map(axis -> data.shape().extent(axis)).toList();
    int[] sources = new int[data.count()];
    for (int i = 0; i < sources.length; i++) {
      int rest = i;
      for (int axis = rank - 1; axis >= 0; axis--) {
        int source = permutation.get(axis);
        sources[i] += rest % extents.get(axis) * data.shape().product(source + 1, rank);
        rest /= extents.get(axis);
      }
    }
    return data.pick(shape(extents), sources);
  }

  private static Constant reshape(OnnxNode node, ImportContext context, List<Constant> inputs) {
    Constant data = inputs.get(0);
    int[] extents = ReshapeConverters.resolve(node, data.shape(), second(node, inputs));
    return data.reshaped(Shape.of(extents));
  }

  private static Constant vector(Constant data, OnnxNode node) {
    int rank = data.shape().rank();
    long axis = node.integer("axis", 1);
    int counted = axis == rank ? rank : node.axis(axis, rank);
    return data.reshaped(
        Shape.of(data.shape().product(0, counted), data.shape().product(counted, rank)));
  }

  private static Constant squeeze(OnnxNode node, ImportContext context, List<Constant> inputs) {
    Shape shape = inputs.get(0).shape();
    List<Integer> axes = ReshapeConverters.squeezedAxes(node, context, shape);
    return inputs
        .get(0)
        .reshaped(
            shape(
                IntStream.range(0, shape.rank())
                    .filter(axis -> !axes.contains(axis))
                    .mapToObj(shape::extent)
                    .toList()));
  }

  private static Constant unsqueeze(OnnxNode node, ImportContext context, List<Constant> inputs) {
    List<Integer> extents = new ArrayList<>(extents(inputs.get(0).shape()));
    for (int axis : ReshapeConverters.insertedAxes(node, context, extents.size())) {
      extents.add(axis, 1);
    }
    return inputs.get(0).reshaped(shape(extents));
  }

  private static Constant second(OnnxNode node, List<Constant> inputs) {
    node.input(1);
    return inputs.get(1);
  }

  private static int checkedCount(OnnxNode node, long count) {
    if (count > Integer.MAX_VALUE) {
      throw node.malformed(count + " elements", "fewer than 2^31");
    }
    return (int) count;
  }

  private static List<Integer> extents(Shape shape) {
    return Arrays.stream(shape.toArray()).boxed().toList();
  }

  private static Shape shape(List<Integer> extents) {
    return Shape.of(extents.stream().mapToInt(Integer::intValue).toArray());
  }
}
