package io.skipscope.load.onnx;

import io.skipscope.graph.Attributes;
import io.skipscope.op.pool.PoolAttributes;
import java.util.List;
import java.util.Map;

/** MaxPool and AveragePool, with a window or over the whole map. */
final class PoolConverters {
  private PoolConverters() {}

  static void register(Map<String, Converter> table) {
    table.put("MaxPool", PoolConverters::windowed);
    table.put("AveragePool", PoolConverters::windowed);
    table.put("GlobalMaxPool", PoolConverters::global);
    table.put("GlobalAveragePool", PoolConverters::global);
  }

  private static void windowed(OnnxNode node, ImportContext context) {
    if (node.outputs().size() > 1 && !node.outputs().get(1).isEmpty()) {
      throw node.unsupported("indices as second output", "the maxima only");
    }
    Window window = Window.ofPool(node, context.shapeOf(node.input(0)));
    PoolAttributes attributes =
        new PoolAttributes(
            window.kernelH(),
            window.kernelW(),
            window.strideH(),
            window.strideW(),
            window.padTop(),
            window.padLeft(),
            window.padBottom(),
            window.padRight(),
            window.dilationH(),
            window.dilationW(),
            node.flag("ceil_mode", false),
            node.flag("count_include_pad", false),
            window.autoPad());
    context.emit(node, node.op(), List.of(context.value(node, 0)), attributes);
  }

  private static void global(OnnxNode node, ImportContext context) {
    int rank = context.shapeOf(node.input(0)).rank();
    if (rank != 4) {
      throw node.unsupported("an input of rank " + rank, "maps of two dimensions");
    }
    context.emit(node, node.op(), List.of(context.value(node, 0)), Attributes.NONE);
  }
}
