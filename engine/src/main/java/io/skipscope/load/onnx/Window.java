package io.skipscope.load.onnx;

import io.skipscope.op.AutoPad;
import io.skipscope.tensor.Shape;

/**
 * The sliding window of a convolution or pool over a map.
 *
 * <p>Source: ONNX operators Conv, MaxPool and AveragePool.
 *
 * @param autoPad where it is not {@link AutoPad#NONE}, all padding is 0 until shapes are inferred
 */
record Window(
    int kernelH,
    int kernelW,
    int strideH,
    int strideW,
    int padTop,
    int padLeft,
    int padBottom,
    int padRight,
    int dilationH,
    int dilationW,
    AutoPad autoPad) {

  /**
   * @param input shape of the maps
   * @param kernel [height, width]
   * @throws io.skipscope.error.UnsupportedOperatorException if the maps are not two-dimensional
   */
  static Window of(OnnxNode node, Shape input, int[] kernel) {
    if (input.rank() != 4) {
      throw node.unsupported(
          "an input of shape " + input, "maps of two dimensions: batch, channels, height, width");
    }
    int[] strides = extents(node, "strides", 2, 1, 1);
    int[] dilations = extents(node, "dilations", 2, 1, 1);
    int[] pads = new int[4];
    AutoPad autoPad = AutoPad.NONE;
    String mode = node.text("auto_pad", "NOTSET");
    switch (mode) {
      case "NOTSET", "" -> pads = extents(node, "pads", 4, 0, 0);
      case "VALID" -> {}
      case "SAME_UPPER", "SAME_LOWER" -> autoPad = AutoPad.valueOf(mode);
      default ->
          throw node.malformed("auto_pad " + mode, "NOTSET, VALID, SAME_UPPER or SAME_LOWER");
    }
    return new Window(
        kernel[0],
        kernel[1],
        strides[0],
        strides[1],
        pads[0],
        pads[1],
        pads[2],
        pads[3],
        dilations[0],
        dilations[1],
        autoPad);
  }

  /** The window of a pool, whose size is an attribute. */
  static Window ofPool(OnnxNode node, Shape input) {
    if (!node.has("kernel_shape")) {
      throw node.malformed("no kernel_shape", "the height and width of the window");
    }
    int rank = node.integers("kernel_shape").length;
    return of(node, input, rank == 2 ? extents(node, "kernel_shape", 2, 1, 1) : new int[2]);
  }

  private static int[] extents(OnnxNode node, String key, int count, int least, int fallback) {
    long[] given = node.integers(key);
    int[] extents = new int[count];
    if (given != null && given.length != count) {
      throw node.malformed(key + " with " + given.length + " numbers", count + " numbers");
    }
    for (int i = 0; i < count; i++) {
      long extent = given == null ? fallback : given[i];
      if (extent < least || extent > 1 << 20) {
        throw node.malformed(key + " of " + extent, "numbers from " + least + " to " + (1 << 20));
      }
      extents[i] = (int) extent;
    }
    return extents;
  }
}
