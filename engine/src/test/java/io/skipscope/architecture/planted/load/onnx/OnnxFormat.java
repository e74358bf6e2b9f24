package io.skipscope.architecture.planted.load.onnx;

import io.skipscope.architecture.planted.load.Format;

/** Builds on the common classes of formats. */
public class OnnxFormat extends Format {}
