package io.skipscope.zoo;

import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.op.norm.BatchNormAttributes;
import io.skipscope.op.pool.PoolAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.zoo.ParameterSource.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes layers one after the other; each method adds one and returns the value of its output,
 * which has the layer's name. Batch norm's epsilon is 1e-5 throughout, as in PyTorch.
 */
public final class NetBuilder {
  private static final float EPSILON = 1e-5f;

  private final GraphBuilder graph;
  private final ParameterSource source;
  private final Map<String, Integer> channels = new HashMap<>();

  NetBuilder(String name, ParameterSource source) {
    this.graph = Graph.builder(name);
    this.source = source;
  }

  String input(Shape shape) {
    channels.put("input", shape.channels());
    return graph.input("input", shape);
  }

  Graph build(String output) {
    return graph.output(output).build();
  }

  int channels(String value) {
    return channels.get(value);
  }

  /** A square convolution without bias, padded so that stride 1 keeps the size. */
  String conv(String name, String x, int outChannels, int kernel, int stride, int groups) {
    Shape shape = Shape.of(outChannels, channels(x) / groups, kernel, kernel);
    String weight = parameter(name + ".weight", shape, Kind.CONV_WEIGHT, groups);
    ConvAttributes attributes = ConvAttributes.of(stride, kernel / 2, groups);
    return layer(name, "Conv", List.of(x, weight), attributes, outChannels);
  }

  String conv(String name, String x, int outChannels, int kernel, int stride) {
    return conv(name, x, outChannels, kernel, stride, 1);
  }

  String batchNorm(String name, String x) {
    return batchNorm(name, x, Kind.GAMMA);
  }

  /** The batch norm that ends a residual branch. */
  String residualBatchNorm(String name, String x) {
    return batchNorm(name, x, Kind.RESIDUAL_GAMMA);
  }

  private String batchNorm(String name, String x, Kind gamma) {
    Shape shape = Shape.of(channels(x));
    List<String> inputs =
        List.of(
            x,
            parameter(name + ".weight", shape, gamma, 1),
            parameter(name + ".bias", shape, Kind.BETA, 1),
            state(name + ".running_mean", shape, Kind.RUNNING_MEAN),
            state(name + ".running_var", shape, Kind.RUNNING_VARIANCE));
    return layer(name, "BatchNorm", inputs, new BatchNormAttributes(EPSILON), channels(x));
  }

  String activation(String name, String x, Activation activation) {
    return layer(name, "Activation", List.of(x), new ActivationAttributes(activation), channels(x));
  }

  String relu(String name, String x) {
    return activation(name, x, Activation.RELU);
  }

  String add(String name, String left, String right) {
    return layer(name, "Add", List.of(left, right), AddAttributes.PLAIN, channels(left));
  }

  String maxPool(String name, String x, int kernel, int stride) {
    PoolAttributes attributes = PoolAttributes.square(kernel, stride, kernel / 2);
    return layer(name, "MaxPool", List.of(x), attributes, channels(x));
  }

  /** Every {@code step}-th row and column, from the first. */
  String subsample(String name, String x, int step) {
    SliceAttributes attributes =
        SliceAttributes.of(
            new SliceAttributes.Range(2, 0, Integer.MAX_VALUE, step),
            new SliceAttributes.Range(3, 0, Integer.MAX_VALUE, step));
    return layer(name, "Slice", List.of(x), attributes, channels(x));
  }

  /** Zero channels before and after those of x. */
  String padChannels(String name, String x, int before, int after) {
    PadAttributes attributes =
        PadAttributes.zeros(List.of(0, before, 0, 0), List.of(0, after, 0, 0));
    return layer(name, "Pad", List.of(x), attributes, channels(x) + before + after);
  }

  /** Global average pooling, flattening and the classifier; returns the logits. */
  String head(String classifier, String x, int classes) {
    String pooled = layer("avgpool", "GlobalAveragePool", List.of(x), Attributes.NONE, channels(x));
    String flat =
        layer("flatten", "Reshape", List.of(pooled), new ReshapeAttributes.Flatten(1), channels(x));
    Shape shape = Shape.of(classes, channels(x));
    String weight = parameter(classifier + ".weight", shape, Kind.LINEAR_WEIGHT, 1);
    String bias = parameter(classifier + ".bias", Shape.of(classes), Kind.LINEAR_BIAS, 1);
    return graph.node(
        new Node(classifier, "Gemm", List.of(flat, weight), classifier, Attributes.NONE)
            .withEpilogue(Epilogue.NONE.withBias(bias)));
  }

  private String layer(
      String name, String op, List<String> inputs, Attributes attributes, int outChannels) {
    channels.put(name, outChannels);
    return graph.node(new Node(name, op, inputs, name, attributes));
  }

  private String parameter(String name, Shape shape, Kind kind, int groups) {
    return graph.store(name, Role.PARAMETER, source.get(name, shape, kind, groups));
  }

  private String state(String name, Shape shape, Kind kind) {
    return graph.store(name, Role.STATE, source.get(name, shape, kind, 1));
  }
}
