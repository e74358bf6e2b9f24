package io.skipscope.op.conv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Node;
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

  private static final int KERNEL_CASES = 24;

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
    return checked(
        random, Shape.of(random.between(1, 4), channels, height, width), random.between(1, 4));
  }

  /** A chain of an even number of steps begins without a sum, and adds what goes in. */
  private static CheckedCase checked(RandomSource random, Shape shape, int steps) {
    int channels = shape.channels();
    boolean addsInput = steps % 2 == 0;
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("x", random.tensor(shape));
    inputs.put("shortcut", addsInput ? inputs.get("x") : random.tensor(shape));
    inputs.put("w", random.tensor(Shape.of(steps * channels, channels, 3, 3)));
    inputs.put("offset", random.tensor(Shape.of(steps * channels)));
    Node node =
        ConvChain.node(
            "node",
            List.of("x", addsInput ? "x" : "shortcut", "w", "offset"),
            "y",
            steps,
            addsInput ? 1 : 0,
            Activation.RELU);
    if (addsInput) {
      inputs.remove("shortcut");
    }
    OperatorCase test = new OperatorCase(node, inputs, Map.of());
    String description = "x %s, %d steps".formatted(shape, steps);
    return new CheckedCase(test, Map.of("y", expected(test, steps)), description);
  }

  /** One step after the other; rounding errors of each pass through those behind it. */
  private static Expected expected(OperatorCase test, int steps) {
    Tensor map = test.inputs().get("x");
    Tensor scale = Tensor.zeros(map.shape());
    Tensor sum = test.inputs().get(test.node().input(1));
    Tensor sumScale = scale;
    Expected result = null;
    for (int step = 0; step < steps; step++) {
      boolean isSum = (steps - 1 - step) % 2 == 0;
      result = step(test, map, scale, step, isSum ? sum : null, sumScale);
      map = floats(map.shape(), result.results());
      scale = floats(map.shape(), result.scales());
      sum = isSum ? map : sum;
      sumScale = isSum ? scale : sumScale;
    }
    return result;
  }

  private static Expected step(
      OperatorCase test, Tensor map, Tensor scale, int step, Tensor residual, Tensor sumScale) {
    int channels = map.shape().channels();
    Tensor weight = part(test.inputs().get("w"), step, Shape.of(channels, channels, 3, 3));
    Tensor bias = part(test.inputs().get("offset"), step, Shape.of(channels));
    Expected result = ConvCases.convolve(map, weight, ConvAttributes.of(1, 1, 1));
    Expected errors = ConvCases.convolve(scale, weight, ConvAttributes.of(1, 1, 1));
    int plane = map.shape().height() * map.shape().width();
    for (int i = 0; i < result.results().length; i++) {
      double offset = bias.data()[i / plane % channels];
      double added = residual == null ? 0 : residual.data()[i];
      double sum = result.results()[i] + offset + added;
      result.results()[i] = ActivationOracle.apply(Activation.RELU, sum);
      result.scales()[i] += errors.scales()[i] + Math.abs(offset) + Math.abs(added);
      result.scales()[i] += residual == null ? 0 : sumScale.data()[i];
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
