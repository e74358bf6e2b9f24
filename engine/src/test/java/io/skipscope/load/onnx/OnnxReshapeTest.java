package io.skipscope.load.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.pass.InferShapes;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reshapes in the forms that exporters write, and what becomes of them at another batch. */
class OnnxReshapeTest {
  @Test
  void aConstantShapeThatMergesTheTrailingAxesIsAFlatten() throws Exception {
    for (long[] shape : new long[][] {{1, -1}, {-1, 24}, {1, 24}, {0, -1}}) {
      TinyModel model =
          new TinyModel(13)
              .input("x", 1, 2, 3, 4)
              .integers("shape", shape)
              .node("Reshape", "view", "x shape -> y")
              .output("y");
      assertEquals(new ReshapeAttributes.Flatten(1), attributes(model));
    }
  }

  @Test
  void shapeGatherUnsqueezeConcatFollowsTheBatch() throws Exception {
    TinyModel model =
        new TinyModel(12)
            .input("x", 0, 2, 3, 4)
            .index("zero", 0)
            .node("Shape", "", "x -> s")
            .node("Gather", "", "s zero -> n", "axis", 0)
            .node("Unsqueeze", "", "n -> n1", "axes", new long[] {0})
            .node("Constant", "", " -> rest", "value_ints", new long[] {-1})
            .node("Concat", "", "n1 rest -> shape", "axis", 0)
            .node("Reshape", "view", "x shape -> y")
            .output("y");
    assertEquals(new ReshapeAttributes.Flatten(1), attributes(model));
  }

  @Test
  void groupsOfAChannelShuffleFollowTheBatch() throws Exception {
    TinyModel model =
        new TinyModel(13)
            .input("x", 0, 4, 3, 3)
            .integers("apart", 1, 2, 2, 3, 3)
            .integers("joined", 1, 4, 3, 3)
            .node("Reshape", "split", "x apart -> a")
            .node("Transpose", "swap", "a -> b", "perm", new long[] {0, 2, 1, 3, 4})
            .node("Reshape", "join", "b joined -> y")
            .output("y");
    Graph graph = model.read();
    Graph larger = InferShapes.withInputs(graph, Map.of("x", Shape.of(5, 4, 3, 3)));
    assertEquals(Shape.of(5, 4, 3, 3), larger.shape("join"));
  }

  @Test
  void sizesComputedFromAShapeFollowTheImage() {
    TinyModel model =
        new TinyModel(13)
            .input("x", 1, 4, 6, 6)
            .integers("first", 0)
            .integers("middle", 2)
            .node("Shape", "", "x -> s")
            .node("Slice", "", "s first middle -> nc")
            .node("Concat", "", "nc minus -> shape", "axis", 0)
            .integers("minus", -1)
            .node("Reshape", "view", "x shape -> y")
            .output("y");
    Graph larger = InferShapes.withInputs(model.read(), Map.of("x", Shape.of(2, 4, 8, 10)));
    assertEquals(Shape.of(2, 4, 80), larger.shape("view"));
  }

  @Test
  void aReshapeToTheSameShapeVanishes() {
    Graph graph =
        new TinyModel(13)
            .input("x", 1, 4, 6, 6)
            .integers("shape", 1, 4, -1, 6)
            .node("Relu", "relu", "x -> r")
            .node("Reshape", "view", "r shape -> y")
            .output("y")
            .read();
    assertEquals(List.of("relu"), graph.nodes().stream().map(Node::name).toList());
  }

  @Test
  void softmaxBeforeOpset13RunsOverAllTrailingAxes() throws Exception {
    for (int opset : new int[] {11, 13}) {
      TinyModel model =
          new TinyModel(opset)
              .input("x", 0, 2, 3, 4)
              .node("Softmax", "softmax", "x -> y", "axis", 1)
              .output("y");
      OnnxImportTest.assertAgreesWithOnnxRuntime(model, model.read(), 3, 2, 3, 4);
    }
  }

  private static Object attributes(TinyModel model) throws Exception {
    Graph graph = model.read();
    Graph larger = InferShapes.withInputs(graph, Map.of("x", Shape.of(3, 2, 3, 4)));
    assertEquals(Shape.of(3, 24), larger.shape(larger.outputs().get(0)));
    return graph.node("view").attributes();
  }
}
