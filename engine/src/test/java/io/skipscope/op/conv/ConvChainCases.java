package io.skipscope.op.conv;

import io.skipscope.graph.Activation;
import io.skipscope.op.ActivationOracle;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chains of convolutions with what they give, computed stage by stage in double precision while the
 * case is put together. Rounding errors of each step pass through those behind it.
 */
final class ConvChainCases {
  private final RandomSource random;
  private final Map<String, Tensor> inputs = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final StringBuilder description = new StringBuilder();
  private ConvChainAttributes attributes;
  private Expected result;

  /** What the next stage reads and adds, each with what its rounding errors scale with. */
  private Tensor map;

  private Tensor scale;
  private Tensor sum;
  private Tensor sumScale;

  /**
   * A chain without stages.
   *
   * @param hasShortcut whether its first stage adds something else than it reads
   */
  ConvChainCases(RandomSource random, Shape x, boolean hasShortcut) {
    this.random = random;
    description.append("x ").append(x);
    map = input("x", x);
    sum = map;
    if (hasShortcut) {
      sum = input("shortcut", x);
    } else {
      names.add("x");
    }
    scale = Tensor.zeros(x);
    sumScale = scale;
  }

  /** Adds a stage on maps of the same size. */
  ConvChainCases stage(int steps) {
    parameters(map.shape().channels(), steps);
    add(ConvChainAttributes.of(steps, Activation.RELU));
    run(steps);
    return this;
  }

  /**
   * Adds a stage behind a convolution of stride 2.
   *
   * @param steps an odd number
   */
  ConvChainCases halvingStage(int channels, int paddedBefore, int steps) {
    parameters(channels, steps);
    Tensor weight = weight("first", Shape.of(channels, map.shape().channels(), 3, 3));
    Tensor bias = input(name("firstOffset"), Shape.of(channels));
    Expected first = convolution(weight, 2);
    finish(first, bias, null);
    sum = padded(map, first.shape(), paddedBefore);
    sumScale = padded(scale, first.shape(), paddedBefore);
    map = floats(first.shape(), first.results());
    scale = floats(first.shape(), first.scales());
    add(ConvChainAttributes.of(steps, Activation.RELU).downsampling(paddedBefore));
    run(steps);
    return this;
  }

  CheckedCase build() {
    OperatorCase test = new OperatorCase(ConvChain.node("node", names, "y", attributes), inputs);
    return new CheckedCase(test, Map.of("y", result), description.toString());
  }

  private void add(ConvChainAttributes stage) {
    attributes = attributes == null ? stage : attributes.then(stage);
  }

  private void parameters(int channels, int steps) {
    weight("w", Shape.of(steps * channels, channels, 3, 3));
    input(name("offset"), Shape.of(steps * channels));
  }

  /** So small that the results of many steps can be stored in half. */
  private Tensor weight(String kind, Shape shape) {
    double largest = 1 / Math.sqrt(shape.channels());
    return input(name(kind), random.tensor(shape, -largest, largest));
  }

  private Tensor input(String name, Shape shape) {
    return input(name, random.tensor(shape));
  }

  private Tensor input(String name, Tensor tensor) {
    inputs.put(name, tensor);
    names.add(name);
    return tensor;
  }

  /** Of an input of the stage that is being added. */
  private String name(String kind) {
    return kind + (attributes == null ? 0 : attributes.stages().size());
  }

  private String lastName(String kind) {
    return kind + (attributes.stages().size() - 1);
  }

  private void run(int steps) {
    description.append(" to ").append(map.shape()).append(" by ").append(steps).append(" steps");
    for (int step = 0; step < steps; step++) {
      boolean isSum = (steps - 1 - step) % 2 == 0;
      int channels = map.shape().channels();
      Shape weight = Shape.of(channels, channels, 3, 3);
      result = convolution(part(inputs.get(lastName("w")), step, weight), 1);
      Tensor bias = part(inputs.get(lastName("offset")), step, Shape.of(channels));
      finish(result, bias, isSum ? sum : null);
      for (int i = 0; isSum && i < result.scales().length; i++) {
        result.scales()[i] += sumScale.data()[i];
      }
      map = floats(map.shape(), result.results());
      scale = floats(map.shape(), result.scales());
      sum = isSum ? map : sum;
      sumScale = isSum ? scale : sumScale;
    }
  }

  /** Of the map, without what follows. */
  private Expected convolution(Tensor weight, int stride) {
    Expected convolved = ConvCases.convolve(map, weight, ConvAttributes.of(stride, 1, 1));
    Expected errors = ConvCases.convolve(scale, weight, ConvAttributes.of(stride, 1, 1));
    for (int i = 0; i < convolved.scales().length; i++) {
      convolved.scales()[i] += errors.scales()[i];
    }
    return convolved;
  }

  private static void finish(Expected result, Tensor bias, Tensor residual) {
    int plane = result.shape().height() * result.shape().width();
    for (int i = 0; i < result.results().length; i++) {
      double offset = bias.data()[i / plane % bias.data().length];
      double added = residual == null ? 0 : residual.data()[i];
      double sum = result.results()[i] + offset + added;
      result.results()[i] = ActivationOracle.apply(Activation.RELU, sum);
      result.scales()[i] += Math.abs(offset) + Math.abs(added);
    }
  }

  /** Every second pixel, with channels of zeros around. */
  private static Tensor padded(Tensor x, Shape shape, int before) {
    Tensor result = Tensor.zeros(shape);
    int plane = shape.height() * shape.width();
    int width = x.shape().width();
    for (int map = 0; map < shape.batch() * x.shape().channels(); map++) {
      int sample = map / x.shape().channels();
      int channel = before + map % x.shape().channels();
      for (int i = 0; i < plane; i++) {
        int row = map * x.shape().height() + 2 * (i / shape.width());
        float number = x.data()[row * width + 2 * (i % shape.width())];
        result.data()[(sample * shape.channels() + channel) * plane + i] = number;
      }
    }
    return result;
  }

  private static Tensor part(Tensor whole, int step, Shape shape) {
    int size = shape.elementCount();
    return new Tensor(shape, Arrays.copyOfRange(whole.data(), step * size, (step + 1) * size));
  }

  private static Tensor floats(Shape shape, double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return new Tensor(shape, floats);
  }
}
