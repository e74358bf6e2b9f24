package io.skipscope.architecture.planted.load;

import io.skipscope.architecture.planted.load.onnx.OnnxFormat;

/** Imports the format that builds on its package. */
class ImportsItsFormat {
  OnnxFormat format;
}
