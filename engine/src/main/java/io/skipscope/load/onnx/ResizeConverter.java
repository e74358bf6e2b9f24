package io.skipscope.load.onnx;

import io.skipscope.op.movement.ResizeAttributes;
import io.skipscope.op.movement.ResizeAttributes.Coordinates;
import io.skipscope.op.movement.ResizeAttributes.Extent;
import io.skipscope.op.movement.ResizeAttributes.Rounding;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Resize and its ancestor Upsample, by nearest neighbour along height and width. */
final class ResizeConverter implements Converter {
  private static final int FIRST_WITH_MODES = 11;

  static void register(Map<String, Converter> table) {
    table.put("Resize", new ResizeConverter());
    table.put("Upsample", new ResizeConverter());
  }

  @Override
  public void convert(OnnxNode node, ImportContext context) {
    Shape shape = context.shapeOf(node.input(0));
    String mode = node.text("mode", "nearest");
    if (!mode.equals("nearest") || shape.rank() != 4) {
      throw node.unsupported(
          "mode " + mode + " on an input of shape " + shape, "nearest on batch, channels, h, w");
    }
    if (node.has("axes") || !node.text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
      throw node.unsupported("axes or a keep_aspect_ratio_policy", "scales or sizes of all axes");
    }
    boolean modes = node.op().equals("Resize") && context.opset() >= FIRST_WITH_MODES;
    context.emit(
        node,
        "ResizeNearest",
        List.of(context.value(node, 0)),
        new ResizeAttributes(
            extent(node, context, shape, 2),
            extent(node, context, shape, 3),
            modes ? coordinates(node) : Coordinates.ASYMMETRIC,
            modes ? rounding(node) : Rounding.FLOOR));
  }

  private static Extent extent(OnnxNode node, ImportContext context, Shape shape, int axis) {
    if (node.hasInput(3)) {
      Constant sizes = context.constant(node, 3, "sizes");
      requireMaps(node, sizes, shape);
      if (sizes.integer(axis) < 1) {
        throw node.malformed("size " + sizes.integer(axis), "1 or more");
      }
      return new ResizeAttributes.Size(OnnxNode.clamp(sizes.integer(axis)));
    }
    float[] scales = scales(node, context);
    Constant factors = Constant.ofFloats(Shape.of(scales.length), scales);
    requireMaps(node, factors, Shape.of(1, 1, 1, 1));
    if (!(scales[axis] > 0 && scales[axis] < Float.POSITIVE_INFINITY)) {
      throw node.malformed("scale " + scales[axis], "a number above 0");
    }
    return new ResizeAttributes.Scale(scales[axis]);
  }

  private static float[] scales(OnnxNode node, ImportContext context) {
    if (node.has("scales")) {
      return node.numbers("scales");
    }
    boolean oldForm = node.op().equals("Upsample") || context.opset() < FIRST_WITH_MODES;
    int input = oldForm ? 1 : 2;
    return context.constant(node, input, "scales").tensor().data();
  }

  /** Four numbers that leave batch and channels as they are. */
  private static void requireMaps(OnnxNode node, Constant numbers, Shape unchanged) {
    if (numbers.count() != 4) {
      throw node.malformed(numbers.count() + " sizes or scales", "one per axis");
    }
    for (int axis = 0; axis < 2; axis++) {
      if (numbers.number(axis) != unchanged.extent(axis)) {
        throw node.unsupported("a resize of axis " + axis, "a resize of height and width only");
      }
    }
  }

  private static Coordinates coordinates(OnnxNode node) {
    String mode = node.text("coordinate_transformation_mode", "half_pixel");
    return switch (mode) {
      case "asymmetric" -> Coordinates.ASYMMETRIC;
      case "half_pixel" -> Coordinates.HALF_PIXEL;
      case "pytorch_half_pixel" -> Coordinates.PYTORCH_HALF_PIXEL;
      case "align_corners" -> Coordinates.ALIGN_CORNERS;
      default ->
          throw node.unsupported(
              "coordinate_transformation_mode " + mode,
              "asymmetric, half_pixel, pytorch_half_pixel or align_corners");
    };
  }

  private static Rounding rounding(OnnxNode node) {
    String mode = node.text("nearest_mode", "round_prefer_floor");
    return switch (mode) {
      case "floor" -> Rounding.FLOOR;
      case "ceil" -> Rounding.CEIL;
      case "round_prefer_floor" -> Rounding.ROUND_PREFER_FLOOR;
      case "round_prefer_ceil" -> Rounding.ROUND_PREFER_CEIL;
      default ->
          throw node.malformed(
              "nearest_mode " + mode, "floor, ceil, round_prefer_floor or round_prefer_ceil");
    };
  }
}
