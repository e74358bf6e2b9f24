package io.skipscope.op.conv;

import io.skipscope.error.GraphException;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;

/**
 * All extents of one convolution, checked against each other.
 *
 * @param name the node's name, for messages
 * @param input [batch, channels, height, width]
 * @param weight [outChannels, channels / groups, kernelH, kernelW]
 */
record ConvGeometry(String name, Shape input, Shape weight, ConvAttributes attributes) {

  /**
   * @throws GraphException if input, weight and attributes do not fit each other
   */
  static ConvGeometry of(NodeContext context) {
    ConvGeometry geometry =
        new ConvGeometry(
            context.node().name(),
            context.input(0),
            context.input(1),
            (ConvAttributes) context.node().attributes());
    geometry.check();
    return geometry;
  }

  int batch() {
    return input.batch();
  }

  int inChannels() {
    return input.channels();
  }

  int inHeight() {
    return input.height();
  }

  int inWidth() {
    return input.width();
  }

  int outChannels() {
    return weight.batch();
  }

  /** Input channels that one output channel sees. */
  int groupChannels() {
    return weight.channels();
  }

  int kernelH() {
    return weight.height();
  }

  int kernelW() {
    return weight.width();
  }

  int outHeight() {
    int padded = inHeight() + attributes.padTop() + attributes.padBottom();
    return positions(padded, kernelH(), attributes.strideH(), attributes.dilationH());
  }

  int outWidth() {
    int padded = inWidth() + attributes.padLeft() + attributes.padRight();
    return positions(padded, kernelW(), attributes.strideW(), attributes.dilationW());
  }

  Shape output() {
    return Shape.of(batch(), outChannels(), outHeight(), outWidth());
  }

  long macs() {
    return (long) output().elementCount() * groupChannels() * kernelH() * kernelW();
  }

  boolean isPointwise() {
    return kernelH() == 1 && kernelW() == 1 && attributes.groups() == 1 && !attributes.isPadded();
  }

  boolean isDepthwise() {
    return attributes.groups() == inChannels();
  }

  /** How often the kernel fits into a padded axis; 0 if it does not. */
  private static int positions(int padded, int kernel, int stride, int dilation) {
    long reach = (kernel - 1L) * dilation + 1;
    return reach > padded ? 0 : (int) ((padded - reach) / stride) + 1;
  }

  private void check() {
    require(input.rank() == 4, "an input of " + input, "[batch, channels, height, width]");
    require(
        weight.rank() == 4,
        "a weight of " + weight,
        "[outChannels, channels / groups, kernelH, kernelW]");
    ConvAttributes a = attributes;
    require(a.strideH() > 0 && a.strideW() > 0, "a stride below 1", "strides of 1 or more");
    require(a.dilationH() > 0 && a.dilationW() > 0, "a dilation below 1", "dilations of 1 or more");
    require(
        Math.min(Math.min(a.padTop(), a.padLeft()), Math.min(a.padBottom(), a.padRight())) >= 0,
        "a negative padding",
        "0 or more; cut with a Slice instead");
    checkChannels(a.groups());
    require(weight.elementCount() > 0, "a weight of " + weight, "extents of 1 or more");
    require(
        outHeight() > 0 && outWidth() > 0,
        "a kernel of " + kernelH() + "x" + kernelW() + " over an input of " + input,
        "a kernel that fits into the padded input; use a larger input");
  }

  private void checkChannels(int groups) {
    require(groups > 0, groups + " groups", "1 or more");
    require(
        inChannels() % groups == 0 && outChannels() % groups == 0,
        groups + " groups for " + inChannels() + " input and " + outChannels() + " output channels",
        "a number that divides both");
    require(
        groupChannels() * groups == inChannels(),
        "an input of " + input + " (" + inChannels() + " channels)",
        groupChannels() * groups + " channels, as the weight of " + weight + " asks");
  }

  private void require(boolean holds, String found, String expected) {
    if (!holds) {
      throw new GraphException(name, found, expected);
    }
  }
}
