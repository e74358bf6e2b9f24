package io.skipscope.op.conv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Activation;
import io.skipscope.op.ActivationOracle;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConvChainTest {
  private static final int JAVA_CASES = 100;

  private static final int KERNEL_CASES = 12;

  /** Of which the last suits no kernel on channel blocks. */
  private static final int[] CHANNELS = {16, 8, 32, 10};

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(JAVA_CASES, ConvChainTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelsMatchDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(KERNEL_CASES, ConvChainTest::random);
  }

  @Test
  void costIsThatOfAllConvolutions() {
    OperatorCase test = checked(new RandomSource(1), Shape.of(2, 8, 5, 6), 4).test();
    assertEquals(4L * 2 * 8 * 5 * 6 * 8 * 9, new ConvChain().cost(test.context()).macs());
  }

  @Test
  void costCountsWhatDownsamples() {
    OperatorCase test = downsampling(new RandomSource(1), Shape.of(1, 16, 5, 6), 1).test();
    long pixels = 5 * 6;
    assertEquals(pixels * 16 * 9 * (8 + 16), new ConvChain().cost(test.context()).macs());
  }

  @Test
  void aShortcutOfAnotherShapeIsRefused() {
    OperatorCase test = checked(new RandomSource(1), Shape.of(2, 8, 5, 6), 3).test();
    Map<String, Tensor> inputs = new HashMap<>(test.inputs());
    inputs.put("shortcut", Tensor.zeros(Shape.of(2, 8, 5, 7)));
    assertThrows(GraphException.class, () -> new OperatorCase(test.node(), inputs).context());
  }

  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int channels = CHANNELS[(int) (seed % CHANNELS.length)];
    int height = random.between(5, 13);
    int width = random.between(5, 15);
    Shape shape = Shape.of(random.between(1, 4), channels, height, width);
    return seed % 3 == 2
        ? downsampling(random, shape, 2 * random.between(0, 1) + 1)
        : checked(random, shape, random.between(1, 4));
  }

  /** A chain of an even number of steps begins without a sum, and adds what goes in. */
  private static CheckedCase checked(RandomSource random, Shape shape, int steps) {
    boolean addsInput = steps % 2 == 0;
    Map<String, Tensor> inputs = weights(random, shape, steps);
    inputs.put("x", random.tensor(shape));
    if (!addsInput) {
      inputs.put("shortcut", random.tensor(shape));
    }
    List<String> names = List.of("x", addsInput ? "x" : "shortcut", "w", "offset");
    ConvChainAttributes attributes = ConvChainAttributes.of(steps, Activation.RELU);
    OperatorCase test = new OperatorCase(ConvChain.node("node", names, "y", attributes), inputs);
    Tensor x = inputs.get("x");
    Tensor shortcut = inputs.get(names.get(1));
    Expected expected = expected(test, steps, x, Tensor.zeros(shape), shortcut);
    String description = "x %s, %d steps".formatted(shape, steps);
    return new CheckedCase(test, Map.of("y", expected), description);
  }

  /**
   * A chain behind a convolution of stride 2.
   *
   * @param shape of the result
   */
  private static CheckedCase downsampling(RandomSource random, Shape shape, int steps) {
    int channels = shape.channels();
    int inChannels = channels - channels / 2 / 8 * 8;
    int before = random.chance(0.5) ? 0 : (channels - inChannels) / 16 * 8;
    Shape input =
        Shape.of(
            shape.batch(),
            inChannels,
            2 * shape.height() - random.between(0, 1),
            2 * shape.width() - random.between(0, 1));
    Map<String, Tensor> inputs = weights(random, shape, steps);
    inputs.put("x", random.tensor(input));
    inputs.put("first", random.tensor(Shape.of(channels, inChannels, 3, 3)));
    inputs.put("firstOffset", random.tensor(Shape.of(channels)));
    ConvChainAttributes attributes =
        ConvChainAttributes.of(steps, Activation.RELU).downsampling(before);
    List<String> names = List.of("x", "x", "w", "offset", "first", "firstOffset");
    OperatorCase test = new OperatorCase(ConvChain.node("node", names, "y", attributes), inputs);
    Expected first =
        ConvCases.convolve(inputs.get("x"), inputs.get("first"), ConvAttributes.of(2, 1, 1));
    finish(first, inputs.get("firstOffset"), null);
    Tensor map = floats(shape, first.results());
    Tensor scale = floats(shape, first.scales());
    Expected expected = expected(test, steps, map, scale, padded(inputs.get("x"), shape, before));
    String description = "x %s to %s, %d steps".formatted(input, shape, steps);
    return new CheckedCase(test, Map.of("y", expected), description);
  }

  private static Map<String, Tensor> weights(RandomSource random, Shape shape, int steps) {
    int channels = shape.channels();
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("w", random.tensor(Shape.of(steps * channels, channels, 3, 3)));
    inputs.put("offset", random.tensor(Shape.of(steps * channels)));
    return inputs;
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

  /**
   * One step after the other; rounding errors of each pass through those behind it.
   *
   * @param map what the first step reads
   * @param scale what its rounding errors scale with
   * @param sum what the first sum adds
   */
  private static Expected expected(
      OperatorCase test, int steps, Tensor map, Tensor scale, Tensor sum) {
    Tensor sumScale = Tensor.zeros(map.shape());
    Expected result = null;
    for (int step = 0; step < steps; step++) {
      boolean isSum = (steps - 1 - step) % 2 == 0;
      result = step(test, map, scale, step);
      finish(result, bias(test, step, map.shape()), isSum ? sum : null);
      for (int i = 0; isSum && i < result.scales().length; i++) {
        result.scales()[i] += sumScale.data()[i];
      }
      map = floats(map.shape(), result.results());
      scale = floats(map.shape(), result.scales());
      sum = isSum ? map : sum;
      sumScale = isSum ? scale : sumScale;
    }
    return result;
  }

  /** A convolution without what follows. */
  private static Expected step(OperatorCase test, Tensor map, Tensor scale, int step) {
    int channels = map.shape().channels();
    Tensor weight = part(test.inputs().get("w"), step, Shape.of(channels, channels, 3, 3));
    Expected result = ConvCases.convolve(map, weight, ConvAttributes.of(1, 1, 1));
    Expected errors = ConvCases.convolve(scale, weight, ConvAttributes.of(1, 1, 1));
    for (int i = 0; i < result.scales().length; i++) {
      result.scales()[i] += errors.scales()[i];
    }
    return result;
  }

  private static Tensor bias(OperatorCase test, int step, Shape map) {
    return part(test.inputs().get("offset"), step, Shape.of(map.channels()));
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
