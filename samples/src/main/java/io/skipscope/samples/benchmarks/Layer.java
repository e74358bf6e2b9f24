package io.skipscope.samples.benchmarks;

import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Convolutions of known networks, at their sizes for pictures of 224 x 224. */
public enum Layer {
  RESNET_STEM(3, 224, 64, 7, 2, 1),
  RESNET_3X3_56(64, 56, 64, 3, 1, 1),
  RESNET_3X3_7(512, 7, 512, 3, 1, 1),
  RESNET_POINTWISE_56(64, 56, 256, 1, 1, 1),
  RESNET_POINTWISE_14(1024, 14, 256, 1, 1, 1),
  MOBILENET_DEPTHWISE_56(144, 56, 144, 3, 1, 144);

  private final Shape input;
  private final Shape weight;
  private final Shape output;
  private final ConvAttributes attributes;

  Layer(int inChannels, int side, int outChannels, int kernel, int stride, int groups) {
    input = Shape.of(1, inChannels, side, side);
    weight = Shape.of(outChannels, inChannels / groups, kernel, kernel);
    output = Shape.of(1, outChannels, side / stride, side / stride);
    attributes = ConvAttributes.of(stride, kernel / 2, groups);
  }

  NodeContext context() {
    Node node = new Node("conv", "Conv", List.of("x", "weight"), "y", attributes);
    return new NodeContext(
        node, Map.of("x", input, "weight", weight, "y", output)::get, "weight"::equals);
  }

  /** Numbers for what the convolution reads. */
  Map<String, Tensor> tensors() {
    return Map.of("x", noise(input), "weight", noise(weight));
  }

  private static Tensor noise(Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    Random random = new Random(1);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }
}
