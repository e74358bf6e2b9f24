package io.skipscope.op.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Attributes;
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

class GemmTest {
  private static final int CASES = 300;

  @Test
  void javaLoopsMatchDoublePrecision() {
    OperatorProperty.holdsInJava(CASES, GemmTest::random);
  }

  @Test
  @Tag("opencl")
  void kernelMatchesDoublePrecision() {
    OperatorProperty.holdsOnOpenCl(CASES, GemmTest::random);
  }

  @Test
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf() {
    OperatorProperty.holdsInHalf(CASES, GemmTest::random);
  }

  @Test
  void countsOneMultiplyAddPerWeightAndRow() {
    NodeContext context = context(Shape.of(2, 2048), Shape.of(1000, 2048), Shape.of(2, 1000));
    assertEquals(2L * 2048 * 1000, new Gemm().cost(context).macs());
  }

  @Test
  void inputOfAnotherWidthIsRefused() {
    NodeContext context = context(Shape.of(1, 512), Shape.of(1000, 2048), null);
    GraphException error =
        assertThrows(GraphException.class, () -> new Gemm().inferShapes(context));
    assertEquals(
        "fc: found an input of shape 1x512 for a weight of shape 1000x2048, expected an input of"
            + " 2048 columns",
        error.getMessage());
  }

  private static NodeContext context(Shape x, Shape weight, Shape y) {
    Node node = new Node("fc", "Gemm", List.of("x", "weight"), "y", Attributes.NONE);
    Map<String, Shape> shapes = new HashMap<>(Map.of("x", x, "weight", weight));
    shapes.put("y", y);
    return new NodeContext(node, shapes::get);
  }

  private static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int rows = random.between(1, 5);
    int columns = random.between(1, 40);
    int depth = random.chance(0.1) ? random.between(500, 2100) : random.between(1, 60);
    Tensor x = random.tensor(Shape.of(rows, depth));
    Tensor weight = random.tensor(Shape.of(columns, depth));
    Node node =
        new Node("fc", "Gemm", List.of("x", "weight"), "y", Attributes.NONE)
            .withEpilogue(EpilogueOracle.random(random));
    Map<String, Tensor> inputs = new HashMap<>(Map.of("x", x, "weight", weight));
    EpilogueOracle.addInputs(node.epilogue(), Shape.of(rows, columns), random, inputs);
    OperatorCase test = new OperatorCase(node, inputs, EpilogueOracle.randomFactors(random));
    return new CheckedCase(
        test,
        EpilogueOracle.apply(test, multiply(x, weight)),
        x.shape() + " times " + weight.shape() + ", " + node.epilogue());
  }

  private static Expected multiply(Tensor x, Tensor weight) {
    int depth = x.shape().extent(1);
    int columns = weight.shape().extent(0);
    Expected expected = Expected.ofShape(Shape.of(x.shape().extent(0), columns));
    for (int i = 0; i < expected.results().length; i++) {
      for (int k = 0; k < depth; k++) {
        double product =
            (double) x.data()[i / columns * depth + k] * weight.data()[i % columns * depth + k];
        expected.results()[i] += product;
        expected.scales()[i] += Math.abs(product);
      }
    }
    return expected;
  }
}
