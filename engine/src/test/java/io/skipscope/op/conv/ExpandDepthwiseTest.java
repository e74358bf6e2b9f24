package io.skipscope.op.conv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Node;
import io.skipscope.op.ActivationOracle;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Cost;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExpandDepthwiseTest {
  private static final int JAVA_CASES = 300;

  private static final int KERNEL_CASES = 36;

  /** What is compiled into the kernels: kernelH, kernelW, stride, columns of the input. */
  private static final int[][] GEOMETRIES = {{3, 3, 1, 9}, {3, 3, 2, 8}, {5, 4, 1, 11}};

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(JAVA_CASES, ExpandDepthwiseTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelsMatchDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(KERNEL_CASES, ExpandDepthwiseTest::random);
  }

  @Test
  void costIsThatOfBothConvolutions() {
    OperatorCase test = checked(new RandomSource(1), 8, 16, 0, 10).test();
    Shape x = test.inputs().get("x").shape();
    long pixels = (long) x.height() * x.width() * x.batch();
    Cost cost = new ExpandDepthwise().cost(test.context());
    long depthwiseMacs = 9L * test.context().output().elementCount();
    assertEquals(pixels * 8 * 16 + depthwiseMacs, cost.macs());
  }

  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int kind = (int) (seed % GEOMETRIES.length);
    int blocks = kind + 2;
    int channels = random.between(blocks * 8 - 7, blocks * 8);
    return checked(random, random.between(1, 19), channels, kind, random.between(5, 16));
  }

  private static CheckedCase checked(
      RandomSource random, int inChannels, int channels, int kind, int height) {
    int[] geometry = GEOMETRIES[kind];
    int stride = geometry[2];
    int pad = random.between(0, 2);
    ConvAttributes attributes =
        new ConvAttributes(
            random.between(1, 2), stride, pad, 1, random.between(0, 2), 1, 1, 1, channels);
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("x", random.tensor(Shape.of(random.between(1, 3), inChannels, height, geometry[3])));
    inputs.put("expand", random.tensor(Shape.of(channels, inChannels, 1, 1)));
    inputs.put("depthwise", random.tensor(Shape.of(channels, 1, geometry[0], geometry[1])));
    inputs.put("offset", random.tensor(Shape.of(channels)));
    List<String> names = List.of("x", "expand", "depthwise", "offset");
    Node node =
        ExpandDepthwise.node("node", names, "y", Activation.RELU6, attributes)
            .withEpilogue(EpilogueOracle.kind(1 + kind));
    Expected sums = expected(inputs, attributes);
    EpilogueOracle.addInputs(node.epilogue(), sums.shape(), random, inputs);
    OperatorCase test = new OperatorCase(node, inputs, EpilogueOracle.randomFactors(random));
    String description = "x %s, %s, %s".formatted(inputs.get("x").shape(), attributes, geometry[0]);
    return new CheckedCase(test, EpilogueOracle.apply(test, sums), description);
  }

  /**
   * Both convolutions one after the other; rounding errors of the first pass through the second.
   */
  private static Expected expected(Map<String, Tensor> inputs, ConvAttributes attributes) {
    Expected first =
        ConvCases.convolve(inputs.get("x"), inputs.get("expand"), ConvAttributes.of(1, 0, 1));
    Shape shape = first.shape();
    Tensor expanded = Tensor.zeros(shape);
    Tensor scales = Tensor.zeros(shape);
    int plane = shape.height() * shape.width();
    for (int i = 0; i < shape.elementCount(); i++) {
      float offset = inputs.get("offset").data()[i / plane % shape.channels()];
      double sum = first.results()[i] + offset;
      expanded.data()[i] = (float) ActivationOracle.apply(Activation.RELU6, sum);
      scales.data()[i] = (float) first.scales()[i] + Math.abs(offset);
    }
    Expected second = ConvCases.convolve(expanded, inputs.get("depthwise"), attributes);
    Expected errors = ConvCases.convolve(scales, inputs.get("depthwise"), attributes);
    IntStream.range(0, second.scales().length)
        .forEach(i -> second.scales()[i] += errors.scales()[i]);
    return second;
  }
}
