package io.skipscope.load.onnx;

/** Adds what one ONNX operator means to the graph that is being built. */
@FunctionalInterface
interface Converter {
  /**
   * @throws io.skipscope.error.ModelFormatException if the node breaks the specification
   * @throws io.skipscope.error.UnsupportedOperatorException if it asks for what we do not run
   */
  void convert(OnnxNode node, ImportContext context);
}
