package io.skipscope.op.elementwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.OperatorProperty;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryOperatorTest {
  private static final int CASES = 300;

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div"})
  void javaLoopsMatchDoublePrecision(String op) {
    OperatorProperty.holdsInJava(CASES, seed -> BinaryCases.random(op, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div"})
  @Tag("opencl")
  void kernelMatchesDoublePrecision(String op) {
    OperatorProperty.holdsOnOpenCl(CASES, seed -> BinaryCases.random(op, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div"})
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf(String op) {
    OperatorProperty.holdsInHalf(CASES, seed -> BinaryCases.random(op, seed));
  }

  @Test
  void channelWeightsBroadcastOverMaps() {
    assertEquals(
        Shape.of(2, 8, 5, 7), infer(new Mul(), Shape.of(2, 8, 5, 7), Shape.of(1, 8, 1, 1)));
  }

  @Test
  void lowerRankIsAlignedAtTheLastAxis() {
    assertEquals(Shape.of(2, 3, 4), infer(new Sub(), Shape.of(4), Shape.of(2, 3, 1)));
  }

  @Test
  void leadingAxesMergeToFour() {
    assertEquals(
        Shape.of(2, 3, 4, 5, 6, 7),
        infer(new Add(), Shape.of(2, 3, 4, 5, 6, 7), Shape.of(4, 5, 6, 7)));
  }

  @Test
  void extentsThatDifferAreRefused() {
    assertMessage(
        "sum: found operands of 1x8x4x4 and 1x6x4x4, expected extents that are equal or 1",
        Shape.of(1, 8, 4, 4),
        Shape.of(1, 6, 4, 4));
  }

  @Test
  void moreThanFourSeparateAxesAreRefused() {
    assertMessage(
        "sum: found a broadcast over 5 separate axes, expected at most 4; split the operation",
        Shape.of(2, 1, 4, 5, 6),
        Shape.of(2, 3, 1, 5, 6));
  }

  private static void assertMessage(String message, Shape left, Shape right) {
    GraphException error = assertThrows(GraphException.class, () -> infer(new Add(), left, right));
    assertEquals(message, error.getMessage());
  }

  private static Shape infer(BinaryOperator operator, Shape left, Shape right) {
    Node node = new Node("sum", operator.name(), List.of("a", "b"), "y", Attributes.NONE);
    Map<String, Shape> shapes = Map.of("a", left, "b", right);
    return operator.inferShapes(new NodeContext(node, shapes::get)).get(0);
  }
}
