package io.skipscope.load.onnx;

import io.skipscope.graph.Node;

/** Writes what one of our operators means, without its epilogue, as ONNX nodes. */
@FunctionalInterface
interface Exporter {
  /**
   * @param output name of the ONNX value that receives the result
   * @throws io.skipscope.error.UnsupportedOperatorException if ONNX cannot say it
   */
  void export(Node node, String output, ExportContext context);
}
