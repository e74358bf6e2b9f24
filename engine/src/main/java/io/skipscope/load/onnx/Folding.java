package io.skipscope.load.onnx;

import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes while importing what depends on shapes and constants only, such as the chains of Shape,
 * Gather, Unsqueeze and Concat by which exporters write the target of a reshape.
 */
final class Folding {
  /** Folds a node whose inputs are all known. */
  @FunctionalInterface
  interface Fold {
    Constant apply(OnnxNode node, ImportContext context, List<Constant> inputs);
  }

  /** The largest constant that a shape may be blown up to. */
  private static final int MOST_ELEMENTS = 1 << 26;

  private static final Set<String> BY_SHAPE =
      Set.of("Constant", "ConstantOfShape", "Shape", "Size");
  private static final Map<String, Fold> BY_OP = new HashMap<>();

  static {
    SelectionFolds.register(BY_OP);
    ArithmeticFolds.register(BY_OP);
    BY_OP.put("Identity", (node, context, inputs) -> inputs.get(0));
  }

  private final TensorReader tensors;

  Folding(TensorReader tensors) {
    this.tensors = tensors;
  }

  /** Whether an operator can be folded if its inputs are known. */
  static boolean knows(String op) {
    return BY_SHAPE.contains(op) || BY_OP.containsKey(op);
  }

  /** The constant that the node's output is, or null if it depends on numbers of a run. */
  Constant fold(OnnxNode node, ImportContext context) {
    return switch (node.op()) {
      case "Constant" -> constant(node);
      case "ConstantOfShape" -> filled(node, context.constant(node, 0, "a shape"));
      case "Shape" -> extents(node, context.shapeOf(node.input(0)));
      case "Size" -> count(context.shapeOf(node.input(0)));
      default -> {
        Fold fold = BY_OP.get(node.op());
        List<Constant> inputs = fold == null ? null : knownInputs(node, context);
        yield inputs == null ? null : fold.apply(node, context, inputs);
      }
    };
  }

  private static List<Constant> knownInputs(OnnxNode node, ImportContext context) {
    List<Constant> inputs = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      Constant input = node.hasInput(i) ? context.constantOrNull(node, i) : null;
      if (node.hasInput(i) && input == null) {
        return null;
      }
      inputs.add(input);
    }
    node.input(0);
    return inputs;
  }

  private static Constant extents(OnnxNode node, Shape shape) {
    return Constant.ofExtents(
        shape,
        bound(node.integer("start", 0), shape.rank()),
        bound(node.integer("end", shape.rank()), shape.rank()));
  }

  private static int bound(long axis, int rank) {
    long counted = axis < 0 ? axis + rank : axis;
    return (int) Math.max(0, Math.min(rank, counted));
  }

  private static Constant count(Shape shape) {
    return Constant.ofLongs(Shape.of(), new long[] {shape.elementCount()});
  }

  private Constant filled(OnnxNode node, Constant extents) {
    long count = 1;
    int[] shape = new int[extents.count()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = OnnxNode.clamp(extents.integer(i));
      count *= shape[i];
      if (shape[i] < 0 || count > MOST_ELEMENTS) {
        throw node.malformed("extent " + extents.integer(i), "extents of a tensor of a sane size");
      }
    }
    Constant fill =
        node.has("value")
            ? tensors.read(node.tensor("value"))
            : Constant.ofFloats(Shape.of(1), new float[1]);
    if (fill.count() != 1) {
      throw node.malformed("a value of shape " + fill.shape(), "one number");
    }
    return fill.pick(Shape.of(shape), new int[(int) count]);
  }

  private Constant constant(OnnxNode node) {
    if (node.has("value")) {
      return tensors.read(node.tensor("value"));
    }
    if (node.has("value_float")) {
      return Constant.ofFloats(Shape.of(), new float[] {node.number("value_float", 0)});
    }
    if (node.has("value_int")) {
      return Constant.ofLongs(Shape.of(), new long[] {node.integer("value_int", 0)});
    }
    if (node.has("value_floats")) {
      float[] numbers = node.numbers("value_floats");
      return Constant.ofFloats(Shape.of(numbers.length), numbers);
    }
    if (node.has("value_ints")) {
      long[] numbers = node.integers("value_ints");
      return Constant.ofLongs(Shape.of(numbers.length), numbers);
    }
    throw node.unsupported("a sparse or text value", "a dense tensor of numbers");
  }
}
