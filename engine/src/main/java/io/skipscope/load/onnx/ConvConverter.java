package io.skipscope.load.onnx;

import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Role;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Conv; its bias becomes the epilogue's. */
final class ConvConverter implements Converter {
  static void register(Map<String, Converter> table) {
    table.put("Conv", new ConvConverter());
  }

  @Override
  public void convert(OnnxNode node, ImportContext context) {
    Shape weight = context.shapeOf(node.input(1));
    Shape input = context.shapeOf(node.input(0));
    if (weight.rank() != input.rank()) {
      throw node.malformed("a weight of shape " + weight, "one of rank " + input.rank());
    }
    int[] kernel = weight.rank() == 4 ? new int[] {weight.height(), weight.width()} : new int[2];
    Window window = Window.of(node, input, kernel);
    requireKernelShape(node, kernel);
    ConvAttributes attributes =
        new ConvAttributes(
            window.strideH(),
            window.strideW(),
            window.padTop(),
            window.padLeft(),
            window.padBottom(),
            window.padRight(),
            window.dilationH(),
            window.dilationW(),
            groups(node),
            window.autoPad());
    List<String> inputs =
        List.of(context.value(node, 0), context.parameter(node, 1, Role.PARAMETER, "weight"));
    context.emit(node, "Conv", inputs, attributes, bias(node, context, weight.extent(0)));
  }

  private static int groups(OnnxNode node) {
    long groups = node.integer("group", 1);
    if (groups < 1 || groups > Integer.MAX_VALUE) {
      throw node.malformed("group " + groups, "1 or more");
    }
    return (int) groups;
  }

  private static void requireKernelShape(OnnxNode node, int[] kernel) {
    long[] stated = node.integers("kernel_shape");
    if (stated != null
        && (stated.length != 2 || stated[0] != kernel[0] || stated[1] != kernel[1])) {
      throw node.malformed("a kernel_shape that is not the weight's", kernel[0] + "x" + kernel[1]);
    }
  }

  private static Epilogue bias(OnnxNode node, ImportContext context, int channels) {
    if (!node.hasInput(2)) {
      return Epilogue.NONE;
    }
    Shape bias = context.shapeOf(node.input(2));
    if (bias.rank() != 1 || bias.extent(0) != channels) {
      throw node.malformed("a bias of shape " + bias, channels + " numbers, one per channel");
    }
    return Epilogue.NONE.withBias(context.parameter(node, 2, Role.PARAMETER, "bias"));
  }
}
