package io.skipscope.op.norm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Node;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.Expected;
import io.skipscope.op.NodeContext;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  private static final int CASES = 300;
  private static final List<String> INPUTS = List.of("x", "gamma", "beta", "mean", "variance");

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(CASES, BatchNormTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelMatchesDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, BatchNormTest::random);
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(CASES, BatchNormTest::random);
  }

  @Test
  void parametersMustHaveOneNumberPerChannel() {
    Node node = new Node("bn1", "BatchNorm", INPUTS, "y", new BatchNormAttributes(1e-5f));
    Map<String, Shape> shapes =
        Map.of(
            "x", Shape.of(1, 8, 4, 4),
            "gamma", Shape.of(8),
            "beta", Shape.of(8),
            "mean", Shape.of(6),
            "variance", Shape.of(8));
    GraphException error =
        assertThrows(
            GraphException.class,
            () -> new BatchNorm().inferShapes(new NodeContext(node, shapes::get)));
    assertEquals(
        "bn1: found mean of 6 for an input of 1x8x4x4, expected one number for each of 8 channels",
        error.getMessage());
  }

  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    Shape shape = randomShape(random);
    BatchNormAttributes attributes =
        new BatchNormAttributes(random.pick(List.of(1e-5f, 1e-3f, 0.1f)));
    Node node =
        new Node("bn", "BatchNorm", INPUTS, "y", attributes)
            .withEpilogue(EpilogueOracle.random(random));
    Shape perChannel = Shape.of(shape.channels());
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("x", random.tensor(shape));
    inputs.put("gamma", random.tensor(perChannel));
    inputs.put("beta", random.tensor(perChannel));
    inputs.put("mean", random.tensor(perChannel));
    inputs.put("variance", random.tensor(perChannel, 0, 4));
    EpilogueOracle.addInputs(node.epilogue(), shape, random, inputs);
    OperatorCase test = new OperatorCase(node, inputs, EpilogueOracle.randomFactors(random));
    Expected normalised = normalise(inputs, attributes.epsilon());
    return new CheckedCase(
        test, EpilogueOracle.apply(test, normalised), shape + ", " + node.epilogue());
  }

  private static Shape randomShape(RandomSource random) {
    int batch = random.between(1, 5);
    int channels = random.between(1, 13);
    return random.chance(0.8)
        ? Shape.of(batch, channels, random.between(1, 11), random.between(1, 11))
        : random.pick(
            List.of(
                Shape.of(batch, channels),
                Shape.of(batch, channels, 5),
                Shape.of(batch, channels, 2, 3, 4)));
  }

  private static Expected normalise(Map<String, Tensor> inputs, float epsilon) {
    Shape shape = inputs.get("x").shape();
    Expected expected = Expected.ofShape(shape);
    int plane = shape.product(2, shape.rank());
    for (int i = 0; i < shape.elementCount(); i++) {
      int channel = i / plane % shape.channels();
      double x = inputs.get("x").data()[i];
      double mean = inputs.get("mean").data()[channel];
      double deviation = Math.sqrt(inputs.get("variance").data()[channel] + (double) epsilon);
      double gain = inputs.get("gamma").data()[channel] / deviation;
      double beta = inputs.get("beta").data()[channel];
      expected.results()[i] = (x - mean) * gain + beta;
      expected.scales()[i] = (Math.abs(x) + Math.abs(mean)) * Math.abs(gain) + Math.abs(beta);
    }
    return expected;
  }
}
