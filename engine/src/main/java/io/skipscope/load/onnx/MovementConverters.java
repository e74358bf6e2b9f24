package io.skipscope.load.onnx;

import io.skipscope.op.movement.ConcatAttributes;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.op.movement.TransposeAttributes;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Concat, Slice, Split, Transpose and Pad. */
final class MovementConverters {
  private MovementConverters() {}

  static void register(Map<String, Converter> table) {
    table.put("Concat", MovementConverters::concat);
    table.put("Slice", MovementConverters::slice);
    table.put("Split", MovementConverters::split);
    table.put("Transpose", MovementConverters::transpose);
    table.put("Pad", MovementConverters::pad);
  }

  private static void concat(OnnxNode node, ImportContext context) {
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      inputs.add(context.value(node, i));
    }
    int rank = context.shapeOf(node.input(0)).rank();
    int axis = node.axis(node.integer("axis", 1), rank);
    context.emit(node, "Concat", inputs, new ConcatAttributes(axis));
  }

  private static void slice(OnnxNode node, ImportContext context) {
    int rank = context.shapeOf(node.input(0)).rank();
    context.emit(
        node, "Slice", List.of(context.value(node, 0)), SliceArguments.of(node, context, rank));
  }

  /** One slice per part. */
  private static void split(OnnxNode node, ImportContext context) {
    Shape shape = context.shapeOf(node.input(0));
    int axis = node.axis(node.integer("axis", 0), shape.rank());
    int begin = 0;
    long[] parts = parts(node, context, shape.extent(axis));
    for (int i = 0; i < parts.length; i++) {
      int end = begin + (int) parts[i];
      if (!node.outputs().get(i).isEmpty()) {
        context.emitOutput(
            node,
            i,
            "Slice",
            List.of(context.value(node, 0)),
            SliceAttributes.of(new SliceAttributes.Range(axis, begin, end, 1)));
      }
      begin = end;
    }
  }

  private static long[] parts(OnnxNode node, ImportContext context, int extent) {
    int count = node.outputs().size();
    long[] given = context.integers(node, "split", 1);
    if (given == null) {
      long each = (extent + count - 1) / count;
      given = new long[count];
      for (int i = 0; i < count; i++) {
        given[i] = Math.max(0, Math.min(each, extent - i * each));
      }
    }
    boolean fits = Arrays.stream(given).allMatch(part -> part >= 0 && part <= extent);
    if (!fits || given.length != count || Arrays.stream(given).sum() != extent) {
      throw node.malformed(
          "parts " + Arrays.toString(given), count + " parts of together " + extent);
    }
    return given;
  }

  private static void transpose(OnnxNode node, ImportContext context) {
    int rank = context.shapeOf(node.input(0)).rank();
    context.emit(
        node,
        "Transpose",
        List.of(context.value(node, 0)),
        new TransposeAttributes(permutation(node, rank)));
  }

  /** The permutation of a Transpose; reversed order where the file gives none. */
  static List<Integer> permutation(OnnxNode node, int rank) {
    List<Integer> permutation = new ArrayList<>();
    long[] given = node.integers("perm");
    for (int i = 0; i < rank; i++) {
      permutation.add(
          given == null || i >= given.length ? rank - 1 - i : node.axis(given[i], rank));
    }
    if (given != null && given.length != rank || permutation.stream().distinct().count() != rank) {
      throw node.malformed("perm " + Arrays.toString(given), "each axis below " + rank + " once");
    }
    return permutation;
  }

  private static void pad(OnnxNode node, ImportContext context) {
    int rank = context.shapeOf(node.input(0)).rank();
    long[] pads = context.integers(node, "pads", 1);
    long[] axes = node.hasInput(3) ? context.constant(node, 3, "axes").integers() : null;
    int padded = axes == null ? rank : axes.length;
    if (pads == null || pads.length != 2 * padded) {
      throw node.malformed("pads " + Arrays.toString(pads), 2 * padded + " numbers");
    }
    List<Integer> before = new ArrayList<>(Collections.nCopies(rank, 0));
    List<Integer> after = new ArrayList<>(before);
    for (int i = 0; i < padded; i++) {
      int axis = axes == null ? i : node.axis(axes[i], rank);
      before.set(axis, amount(node, pads[i]));
      after.set(axis, amount(node, pads[i + padded]));
    }
    context.emit(
        node,
        "Pad",
        List.of(context.value(node, 0)),
        new PadAttributes(before, after, mode(node), fill(node, context)));
  }

  private static int amount(OnnxNode node, long pad) {
    if (pad < 0) {
      throw node.unsupported("a negative pad " + pad, "pads of 0 or more; use Slice to crop");
    }
    return OnnxNode.clamp(pad);
  }

  private static PadAttributes.Mode mode(OnnxNode node) {
    String mode = node.text("mode", "constant");
    return switch (mode) {
      case "constant" -> PadAttributes.Mode.CONSTANT;
      case "reflect" -> PadAttributes.Mode.REFLECT;
      case "edge" -> PadAttributes.Mode.EDGE;
      default -> throw node.unsupported("mode " + mode, "constant, reflect or edge");
    };
  }

  private static float fill(OnnxNode node, ImportContext context) {
    if (!node.hasInput(2)) {
      return node.number("value", 0);
    }
    Constant fill = context.constant(node, 2, "a padding value");
    if (fill.count() != 1) {
      throw node.malformed("a padding value of shape " + fill.shape(), "one number");
    }
    return fill.number(0);
  }
}
