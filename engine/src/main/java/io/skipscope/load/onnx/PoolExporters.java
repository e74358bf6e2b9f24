package io.skipscope.load.onnx;

import io.skipscope.error.UnsupportedOperatorException;
import io.skipscope.graph.Node;
import io.skipscope.op.pool.PoolAttributes;
import io.skipscope.op.pool.ReduceAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes pools and means. */
final class PoolExporters {
  private PoolExporters() {}

  static void register(Map<String, Exporter> table) {
    table.put("MaxPool", PoolExporters::maxPool);
    table.put("AveragePool", PoolExporters::averagePool);
    table.put("GlobalAveragePool", Exporters::plain);
    table.put("GlobalMaxPool", Exporters::plain);
    table.put("ReduceMean", PoolExporters::mean);
  }

  private static void maxPool(Node node, String output, ExportContext context) {
    PoolAttributes attributes = (PoolAttributes) node.attributes();
    windowed(node, output, context)
        .integers("dilations", List.of(attributes.dilationH(), attributes.dilationW()));
  }

  private static void averagePool(Node node, String output, ExportContext context) {
    PoolAttributes attributes = (PoolAttributes) node.attributes();
    if (attributes.dilationH() != 1 || attributes.dilationW() != 1) {
      throw new UnsupportedOperatorException(
          "node " + node.name(), "AveragePool with dilation", "one that opset 17 can say");
    }
    windowed(node, output, context).flag("count_include_pad", attributes.countIncludePad());
  }

  private static OnnxNodeBuilder windowed(Node node, String output, ExportContext context) {
    PoolAttributes a = (PoolAttributes) node.attributes();
    return context
        .node(node, node.op(), node.inputs(), output)
        .integers("kernel_shape", List.of(a.kernelH(), a.kernelW()))
        .integers("strides", List.of(a.strideH(), a.strideW()))
        .pads(a.autoPad(), a.padTop(), a.padLeft(), a.padBottom(), a.padRight())
        .flag("ceil_mode", a.ceilMode());
  }

  private static void mean(Node node, String output, ExportContext context) {
    ReduceAttributes attributes = (ReduceAttributes) node.attributes();
    int rank = context.shape(node.input(0)).rank();
    int first = Math.floorMod(attributes.firstAxis(), rank);
    int last = Math.floorMod(attributes.lastAxis(), rank);
    context
        .node(node, "ReduceMean", node.inputs(), output)
        .integers("axes", IntStream.rangeClosed(first, last).boxed().toList())
        .flag("keepdims", attributes.keepDims());
  }
}
