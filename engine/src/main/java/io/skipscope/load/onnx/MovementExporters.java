package io.skipscope.load.onnx;

import io.skipscope.graph.Node;
import io.skipscope.op.movement.ConcatAttributes;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.op.movement.ResizeAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.op.movement.SliceAttributes.Range;
import io.skipscope.op.movement.TransposeAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what moves numbers about: their settings are inputs since opset 13. */
final class MovementExporters {
  private MovementExporters() {}

  static void register(Map<String, Exporter> table) {
    table.put("Concat", MovementExporters::concat);
    table.put("Slice", MovementExporters::slice);
    table.put("Transpose", MovementExporters::transpose);
    table.put("Pad", MovementExporters::pad);
    table.put("Reshape", MovementExporters::reshape);
    table.put("ResizeNearest", MovementExporters::resize);
  }

  private static void concat(Node node, String output, ExportContext context) {
    int axis = ((ConcatAttributes) node.attributes()).axis();
    context.node(node, "Concat", node.inputs(), output).integer("axis", axis);
  }

  private static void slice(Node node, String output, ExportContext context) {
    List<Range> ranges = ((SliceAttributes) node.attributes()).ranges();
    List<String> inputs =
        List.of(
            node.input(0),
            context.integers(node.name() + ".starts", ranges.stream().map(Range::begin).toList()),
            context.integers(node.name() + ".ends", ranges.stream().map(Range::end).toList()),
            context.integers(node.name() + ".axes", ranges.stream().map(Range::axis).toList()),
            context.integers(node.name() + ".steps", ranges.stream().map(Range::step).toList()));
    context.node(node, "Slice", inputs, output);
  }

  private static void transpose(Node node, String output, ExportContext context) {
    List<Integer> permutation = ((TransposeAttributes) node.attributes()).permutation();
    context.node(node, "Transpose", node.inputs(), output).integers("perm", permutation);
  }

  private static void pad(Node node, String output, ExportContext context) {
    PadAttributes attributes = (PadAttributes) node.attributes();
    List<Integer> pads = new ArrayList<>(attributes.before());
    pads.addAll(attributes.after());
    List<String> inputs =
        List.of(
            node.input(0),
            context.integers(node.name() + ".pads", pads),
            context.constant(node.name() + ".value", Tensor.scalar(attributes.value())));
    context
        .node(node, "Pad", inputs, output)
        .text("mode", attributes.mode().name().toLowerCase(Locale.ROOT));
  }

  private static void reshape(Node node, String output, ExportContext context) {
    ReshapeAttributes attributes = (ReshapeAttributes) node.attributes();
    if (attributes instanceof ReshapeAttributes.Flatten flatten) {
      context.node(node, "Flatten", node.inputs(), output).integer("axis", flatten.axis());
    } else if (attributes instanceof ReshapeAttributes.To to) {
      withList(node, "Reshape", to.extents(), output, context);
    } else if (attributes instanceof ReshapeAttributes.Unsqueeze unsqueeze) {
      withList(node, "Unsqueeze", unsqueeze.axes(), output, context);
    } else if (attributes instanceof ReshapeAttributes.Squeeze squeeze
        && !squeeze.axes().isEmpty()) {
      withList(node, "Squeeze", squeeze.axes(), output, context);
    } else {
      context.node(node, "Squeeze", node.inputs(), output);
    }
  }

  /** An operator whose second input is a list of integers. */
  private static void withList(
      Node node, String op, List<Integer> numbers, String output, ExportContext context) {
    String list = context.integers(node.name() + ".axes", numbers);
    context.node(node, op, List.of(node.input(0), list), output);
  }

  private static void resize(Node node, String output, ExportContext context) {
    ResizeAttributes attributes = (ResizeAttributes) node.attributes();
    List<String> inputs = new ArrayList<>(List.of(node.input(0), ""));
    if (attributes.height() instanceof ResizeAttributes.Scale height
        && attributes.width() instanceof ResizeAttributes.Scale width) {
      Tensor scales = new Tensor(Shape.of(4), new float[] {1, 1, height.factor(), width.factor()});
      inputs.add(context.constant(node.name() + ".scales", scales));
    } else {
      List<Integer> sizes = new ArrayList<>();
      for (int extent : context.shape(node.output()).toArray()) {
        sizes.add(extent);
      }
      inputs.add("");
      inputs.add(context.integers(node.name() + ".sizes", sizes));
    }
    context
        .node(node, "Resize", inputs, output)
        .text("mode", "nearest")
        .text(
            "coordinate_transformation_mode",
            attributes.coordinates().name().toLowerCase(Locale.ROOT))
        .text("nearest_mode", attributes.rounding().name().toLowerCase(Locale.ROOT));
  }
}
