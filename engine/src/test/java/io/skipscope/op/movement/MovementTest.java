package io.skipscope.op.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.OperatorProperty;
import io.skipscope.op.Operators;
import io.skipscope.op.movement.SliceAttributes.Range;
import io.skipscope.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTest {
  private static final int CASES = 300;
  private static final Shape X = Shape.of(2, 3, 4, 5);

  @ParameterizedTest
  @ValueSource(strings = {"Concat", "Pad", "ResizeNearest", "Reshape", "Slice", "Transpose"})
  void javaLoopsMoveEveryNumber(String op) {
    OperatorProperty.holdsInJava(CASES, seed -> MovementCases.random(op, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Concat", "Pad", "ResizeNearest", "Reshape", "Slice", "Transpose"})
  @Tag("opencl")
  void kernelsMoveEveryNumber(String op) {
    OperatorProperty.holdsOnOpenCl(CASES, seed -> MovementCases.random(op, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Concat", "Pad", "ResizeNearest", "Reshape", "Slice", "Transpose"})
  @Tag("opencl")
  @Tag("long")
  void kernelMatchesDoublePrecisionInHalf(String op) {
    OperatorProperty.holdsInHalf(CASES, seed -> MovementCases.random(op, seed));
  }

  @Test
  void everySecondRowAndColumnIsKept() {
    SliceAttributes attributes =
        SliceAttributes.of(
            new Range(2, 0, Integer.MAX_VALUE, 2), new Range(3, 0, Integer.MAX_VALUE, 2));
    assertEquals(Shape.of(2, 3, 2, 3), infer("Slice", attributes));
  }

  @Test
  void sliceBeyondTheEndIsEmpty() {
    assertEquals(Shape.of(2, 3, 4, 0), infer("Slice", SliceAttributes.of(new Range(3, 7, 9, 1))));
  }

  @Test
  void stepBeyondTheEndKeepsTheFirstElement() {
    Range forwards = new Range(3, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    Range backwards = new Range(2, -1, Integer.MIN_VALUE, Integer.MIN_VALUE);
    assertEquals(Shape.of(2, 3, 1, 1), infer("Slice", SliceAttributes.of(forwards, backwards)));
  }

  @Test
  void stepOfZeroIsRefused() {
    assertMessage(
        "move: found a step of 0, expected any other step",
        "Slice",
        SliceAttributes.of(new Range(3, 0, 2, 0)));
  }

  @Test
  void reshapeKeepsZerosAndFillsTheRest() {
    assertEquals(Shape.of(2, 60), infer("Reshape", new ReshapeAttributes.To(List.of(0, -1))));
    assertEquals(Shape.of(2, 3, 20), infer("Reshape", new ReshapeAttributes.To(List.of(0, 0, -1))));
  }

  @Test
  void reshapeToAnotherNumberOfElementsIsRefused() {
    assertMessage(
        "move: found extents [7, -1] for an input of shape 2x3x4x5, expected a shape of as many"
            + " elements, one -1 at most, axes removed only where they are 1",
        "Reshape",
        new ReshapeAttributes.To(List.of(7, -1)));
  }

  @Test
  void flattenAtTheRankLeavesOneColumn() {
    assertEquals(Shape.of(120, 1), infer("Reshape", new ReshapeAttributes.Flatten(4)));
  }

  @Test
  void axesOfExtentOneComeAndGo() {
    Shape wide = infer("Reshape", new ReshapeAttributes.Unsqueeze(List.of(0, -1)));
    assertEquals(Shape.of(1, 2, 3, 4, 5, 1), wide);
    assertEquals(X, infer("Reshape", wide, new ReshapeAttributes.Squeeze(List.of())));
    assertEquals(
        Shape.of(2, 3, 4, 5, 1), infer("Reshape", wide, new ReshapeAttributes.Squeeze(List.of(0))));
  }

  @Test
  void widerAxisIsNotSqueezed() {
    assertThrows(
        GraphException.class, () -> infer("Reshape", new ReshapeAttributes.Squeeze(List.of(1))));
  }

  @Test
  void repeatedAxisIsNoPermutation() {
    assertMessage(
        "move: found permutation [0, 1, 1, 2] for the shape 2x3x4x5, expected each axis once: an"
            + " order of [0, 1, 2, 3]",
        "Transpose",
        new TransposeAttributes(List.of(0, 1, 1, 2)));
  }

  @Test
  void mirrorCannotReachBeyondTheInput() {
    assertMessage(
        "move: found padding 0 and 5 on axis 3 of extent 5, expected padding that the mode reflect"
            + " can fill",
        "Pad",
        new PadAttributes(List.of(0, 0, 0, 0), List.of(0, 0, 0, 5), PadAttributes.Mode.REFLECT, 0));
  }

  @Test
  void paddingBeyondAllBoundsIsRefused() {
    List<Integer> most = List.of(0, 0, 0, Integer.MAX_VALUE);
    assertThrows(GraphException.class, () -> infer("Pad", PadAttributes.zeros(most, most)));
  }

  @Test
  void anAxisIsCutOnce() {
    SliceAttributes.Range range = new SliceAttributes.Range(1, 2, 3, 1);
    SliceAttributes.Range again = new SliceAttributes.Range(-3, 2, 3, 1);
    assertMessage(
        "move: found two ranges of axis 1, expected one",
        "Slice",
        SliceAttributes.of(range, again));
  }

  @Test
  void paddingNeedsOneNumberPerAxis() {
    assertThrows(
        GraphException.class, () -> infer("Pad", PadAttributes.zeros(List.of(1), List.of(1))));
  }

  @Test
  void resizeToNothingIsRefused() {
    assertMessage(
        "move: found a resize of 4 elements by Scale[factor=0.1], expected 1 to 1048576 elements",
        "ResizeNearest",
        ResizeAttributes.nearest(0.1f, 1));
  }

  @Test
  void resizeToTooMuchIsRefused() {
    assertThrows(
        GraphException.class, () -> infer("ResizeNearest", ResizeAttributes.nearest(1e9f, 1)));
  }

  @Test
  void concatenatedShapesMayDifferAlongTheAxisOnly() {
    Node node = new Node("move", "Concat", List.of("a", "b"), "y", new ConcatAttributes(1));
    NodeContext context =
        new NodeContext(node, name -> name.equals("a") ? X : Shape.of(2, 3, 4, 6));
    GraphException error =
        assertThrows(GraphException.class, () -> Operators.get("Concat").inferShapes(context));
    assertEquals(
        "move: found input b of shape 2x3x4x6, expected the shape 2x3x4x5 except along axis 1",
        error.getMessage());
  }

  private static void assertMessage(String message, String op, Attributes attributes) {
    GraphException error = assertThrows(GraphException.class, () -> infer(op, attributes));
    assertEquals(message, error.getMessage());
  }

  private static Shape infer(String op, Attributes attributes) {
    return infer(op, X, attributes);
  }

  private static Shape infer(String op, Shape x, Attributes attributes) {
    Node node = new Node("move", op, List.of("x"), "y", attributes);
    return Operators.get(op).inferShapes(new NodeContext(node, name -> x)).get(0);
  }
}
