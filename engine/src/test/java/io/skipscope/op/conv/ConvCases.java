package io.skipscope.op.conv;

import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Random convolutions and their results in double precision. */
final class ConvCases {
  private static final int MAX_EXTENT = 11;

  private ConvCases() {}

  static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    return switch (random.between(0, 4)) {
      case 0 -> pointwise(random);
      case 1 -> depthwise(random);
      default -> general(random);
    };
  }

  private static CheckedCase pointwise(RandomSource random) {
    ConvAttributes attributes =
        new ConvAttributes(stride(random), stride(random), 0, 0, 0, 0, 1, 1, 1);
    return checked(random, attributes, random.between(1, 19), random.between(1, 13), 1, 1);
  }

  private static CheckedCase depthwise(RandomSource random) {
    int channels = random.between(1, 13);
    int multiplier = random.chance(0.8) ? 1 : random.between(2, 3);
    return checked(random, attributes(random, channels), 1, channels * multiplier);
  }

  private static CheckedCase general(RandomSource random) {
    int groups = random.chance(0.6) ? 1 : random.between(2, 4);
    int groupChannels = random.between(1, 9);
    int outChannels = groups * random.between(1, groups == 1 ? 13 : 4);
    return checked(random, attributes(random, groups), groupChannels, outChannels);
  }

  private static ConvAttributes attributes(RandomSource random, int groups) {
    return new ConvAttributes(
        stride(random),
        stride(random),
        random.between(0, 3),
        random.between(0, 3),
        random.between(0, 3),
        random.between(0, 3),
        random.chance(0.7) ? 1 : random.between(2, 3),
        random.chance(0.7) ? 1 : random.between(2, 3),
        groups);
  }

  private static int stride(RandomSource random) {
    return random.chance(0.5) ? 1 : random.between(2, 3);
  }

  private static CheckedCase checked(
      RandomSource random, ConvAttributes attributes, int groupChannels, int outChannels) {
    int kernelH = random.chance(0.5) ? 3 : random.between(1, 5);
    int kernelW = random.chance(0.5) ? kernelH : random.between(1, 5);
    return checked(random, attributes, groupChannels, outChannels, kernelH, kernelW);
  }

  private static CheckedCase checked(
      RandomSource random,
      ConvAttributes attributes,
      int groupChannels,
      int outChannels,
      int kernelH,
      int kernelW) {
    int spanH = attributes.dilationH() * (kernelH - 1) + 1;
    int spanW = attributes.dilationW() * (kernelW - 1) + 1;
    int padH = attributes.padTop() + attributes.padBottom();
    int padW = attributes.padLeft() + attributes.padRight();
    Shape input =
        Shape.of(
            random.between(1, 5),
            groupChannels * attributes.groups(),
            extent(random, spanH - padH),
            extent(random, spanW - padW));
    Shape weight = Shape.of(outChannels, groupChannels, kernelH, kernelW);
    return checked(random, attributes, input, weight);
  }

  /** One in eight is as small as the kernel allows, which for most kernels is 1. */
  private static int extent(RandomSource random, int least) {
    int low = Math.max(1, least);
    return random.chance(0.125) ? low : random.between(low, Math.max(low, MAX_EXTENT));
  }

  private static CheckedCase checked(
      RandomSource random, ConvAttributes attributes, Shape input, Shape weight) {
    return checked(random, attributes, input, weight, EpilogueOracle.random(random));
  }

  /** A case of these extents with random numbers. */
  static CheckedCase checked(
      RandomSource random,
      ConvAttributes attributes,
      Shape input,
      Shape weight,
      Epilogue epilogue) {
    Node node = new Node("conv", "Conv", List.of("x", "w"), "y", attributes).withEpilogue(epilogue);
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("x", random.tensor(input));
    inputs.put("w", random.tensor(weight));
    Expected sums = convolve(inputs.get("x"), inputs.get("w"), attributes);
    EpilogueOracle.addInputs(node.epilogue(), sums.shape(), random, inputs);
    OperatorCase test = new OperatorCase(node, inputs, EpilogueOracle.randomFactors(random));
    String description = "input %s, weight %s, %s, %s";
    return new CheckedCase(
        test,
        EpilogueOracle.apply(test, sums),
        description.formatted(input, weight, attributes, node.epilogue()));
  }

  /** Seven plain loops over every tap, those in the padding included. */
  static Expected convolve(Tensor x, Tensor w, ConvAttributes a) {
    int kernelH = w.shape().height();
    int kernelW = w.shape().width();
    int paddedH = x.shape().height() + a.padTop() + a.padBottom();
    int paddedW = x.shape().width() + a.padLeft() + a.padRight();
    int outH = (paddedH - a.dilationH() * (kernelH - 1) - 1) / a.strideH() + 1;
    int outW = (paddedW - a.dilationW() * (kernelW - 1) - 1) / a.strideW() + 1;
    Shape shape = Shape.of(x.shape().batch(), w.shape().batch(), outH, outW);
    Expected sums = Expected.ofShape(shape);
    int groupOutputs = shape.channels() / a.groups();
    for (int i = 0; i < shape.elementCount(); i++) {
      int outX = i % outW;
      int outY = i / outW % outH;
      int o = i / (outW * outH) % shape.channels();
      int n = i / (outW * outH * shape.channels());
      for (int c = 0; c < w.shape().channels(); c++) {
        for (int ky = 0; ky < kernelH; ky++) {
          for (int kx = 0; kx < kernelW; kx++) {
            int inY = outY * a.strideH() - a.padTop() + ky * a.dilationH();
            int inX = outX * a.strideW() - a.padLeft() + kx * a.dilationW();
            int inChannel = o / groupOutputs * w.shape().channels() + c;
            double product = (double) padded(x, n, inChannel, inY, inX) * w.at(o, c, ky, kx);
            sums.results()[i] += product;
            sums.scales()[i] += Math.abs(product);
          }
        }
      }
    }
    return sums;
  }

  private static float padded(Tensor x, int n, int c, int y, int column) {
    boolean inside = y >= 0 && y < x.shape().height() && column >= 0 && column < x.shape().width();
    return inside ? x.at(n, c, y, column) : 0;
  }
}
