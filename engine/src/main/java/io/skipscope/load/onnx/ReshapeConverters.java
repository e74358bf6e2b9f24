package io.skipscope.load.onnx;

import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reshape, Flatten, Squeeze and Unsqueeze, said so that they fit other batches and image sizes. */
final class ReshapeConverters {
  private ReshapeConverters() {}

  static void register(Map<String, Converter> table) {
    table.put("Reshape", ReshapeConverters::reshape);
    table.put("Flatten", ReshapeConverters::flatten);
    table.put("Squeeze", ReshapeConverters::squeeze);
    table.put("Unsqueeze", ReshapeConverters::unsqueeze);
  }

  private static void emit(OnnxNode node, ImportContext context, ReshapeAttributes attributes) {
    context.emit(node, "Reshape", List.of(context.value(node, 0)), attributes);
  }

  private static void reshape(OnnxNode node, ImportContext context) {
    Constant wanted = context.constant(node, 1, "a shape");
    Shape input = context.shapeOf(node.input(0));
    int[] extents = resolve(node, input, wanted);
    int kept = leadingEqual(input, extents);
    if (kept == input.rank() && kept == extents.length) {
      context.elide(node, context.value(node, 0));
    } else if (extents.length == 2 && kept == 1) {
      emit(node, context, new ReshapeAttributes.Flatten(1));
    } else {
      emit(node, context, symbolic(input, wanted, extents, kept));
    }
  }

  /** The extents at import, where -1 is what is left over and 0 copies the input's. */
  static int[] resolve(OnnxNode node, Shape input, Constant wanted) {
    int[] extents = new int[wanted.count()];
    int leftOver = -1;
    long others = 1;
    for (int i = 0; i < extents.length; i++) {
      long extent = wanted.integer(i);
      if (extent == 0 && !node.flag("allowzero", false)) {
        extent = input.extent(node.axis(i, input.rank()));
      }
      if (extent == -1 && leftOver < 0) {
        leftOver = i;
      } else if (extent < 0 || extent * others > Integer.MAX_VALUE) {
        throw misfit(node, input, wanted);
      } else {
        extents[i] = (int) extent;
        others *= extent;
      }
    }
    if (leftOver >= 0 && others > 0) {
      extents[leftOver] = (int) (input.elementCount() / others);
      others *= extents[leftOver];
    }
    if (others != input.elementCount()) {
      throw misfit(node, input, wanted);
    }
    return extents;
  }

  private static RuntimeException misfit(OnnxNode node, Shape input, Constant wanted) {
    return node.malformed(
        "a shape " + Arrays.toString(wanted.integers()) + " for an input of " + input,
        "a shape of " + input.elementCount() + " elements");
  }

  private static int leadingEqual(Shape input, int[] extents) {
    int kept = 0;
    while (kept < extents.length && kept < input.rank() && extents[kept] == input.extent(kept)) {
      kept++;
    }
    return kept;
  }

  /**
   * The same reshape with as few fixed extents as possible: what equals the input's leading extents
   * follows them, and so does what was read off a shape.
   */
  private static ReshapeAttributes.To symbolic(
      Shape input, Constant wanted, int[] extents, int kept) {
    List<Integer> symbolic = new ArrayList<>();
    for (int i = 0; i < extents.length; i++) {
      boolean follows =
          i < kept || wanted.axis(i) == i && i < input.rank() && extents[i] == input.extent(i);
      symbolic.add(follows ? 0 : wanted.integer(i) == -1 ? -1 : extents[i]);
    }
    int fixed = (int) symbolic.stream().filter(extent -> extent != 0).count();
    if (fixed == 1 && !symbolic.contains(-1)) {
      symbolic.replaceAll(extent -> extent == 0 ? 0 : -1);
    }
    return new ReshapeAttributes.To(symbolic);
  }

  private static void flatten(OnnxNode node, ImportContext context) {
    int rank = context.shapeOf(node.input(0)).rank();
    long axis = node.integer("axis", 1);
    int counted = axis == rank ? rank : node.axis(axis, rank);
    emit(node, context, new ReshapeAttributes.Flatten(counted));
  }

  private static void squeeze(OnnxNode node, ImportContext context) {
    List<Integer> axes = squeezedAxes(node, context, context.shapeOf(node.input(0)));
    if (axes.isEmpty()) {
      context.elide(node, context.value(node, 0));
    } else {
      emit(node, context, new ReshapeAttributes.Squeeze(axes));
    }
  }

  /** The axes that a Squeeze removes; all of extent 1 where the file gives none. */
  static List<Integer> squeezedAxes(OnnxNode node, ImportContext context, Shape shape) {
    long[] given = context.integers(node, "axes", 1);
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < (given == null ? shape.rank() : given.length); i++) {
      int axis = given == null ? i : node.axis(given[i], shape.rank());
      if (axis < shape.rank() && shape.extent(axis) == 1) {
        axes.add(axis);
      } else if (given != null) {
        throw node.malformed("axis " + axis + " of shape " + shape, "axes of extent 1");
      }
    }
    return axes;
  }

  private static void unsqueeze(OnnxNode node, ImportContext context) {
    int rank = context.shapeOf(node.input(0)).rank();
    emit(node, context, new ReshapeAttributes.Unsqueeze(insertedAxes(node, context, rank)));
  }

  /** The axes of the output that an Unsqueeze inserts, in ascending order. */
  static List<Integer> insertedAxes(OnnxNode node, ImportContext context, int rank) {
    long[] given = context.integers(node, "axes", 1);
    if (given == null) {
      throw node.malformed("no axes", "the axes to insert");
    }
    TreeSet<Integer> axes = new TreeSet<>();
    for (long axis : given) {
      axes.add(node.axis(axis, rank + given.length));
    }
    if (axes.size() != given.length) {
      throw node.malformed("axes " + Arrays.toString(given), "each axis once");
    }
    return List.copyOf(axes);
  }
}
