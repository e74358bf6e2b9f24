package io.skipscope;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Attributes;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.image.InputSpec;
import io.skipscope.load.LoadedModel;
import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.op.softmax.SoftmaxAttributes;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {
  @Test
  void aSoftmaxUnderOtherAxesIsStillTheEnd() {
    GraphBuilder builder = graph();
    builder.node(new Node("softmax", "Softmax", List.of("x"), "p", new SoftmaxAttributes(1)));
    assertTrue(model(builder, "p").endsInSoftmax());
    builder.node(new Node("flat", "Reshape", List.of("p"), "y", new ReshapeAttributes.Flatten(1)));
    assertTrue(model(builder.outputs(List.of()), "y").endsInSoftmax());
  }

  @Test
  void aReshapedInputIsNoSoftmax() {
    GraphBuilder builder = graph();
    builder.node(new Node("flat", "Reshape", List.of("x"), "y", new ReshapeAttributes.Flatten(1)));
    assertFalse(model(builder, "y").endsInSoftmax());
  }

  private static GraphBuilder graph() {
    GraphBuilder builder = Graph.builder("small");
    builder.input("in", Shape.of(1, 3, 1, 1));
    builder.node(new Node("x", "GlobalMaxPool", List.of("in"), "x", Attributes.NONE));
    return builder;
  }

  private static Model model(GraphBuilder builder, String output) {
    InputSpec spec = InputSpec.imageNet(1, 1);
    Graph graph = builder.output(output).build();
    return Model.of(new LoadedModel("small", graph, spec, List.of(), Map.of(), "a test"));
  }
}
