package io.skipscope.graph.edit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.GraphException;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Role;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.Zoo;
import org.junit.jupiter.api.Test;

class SwapBlocksTest {
  @Test
  void blocksOfOneStageFitAndOthersDoNot() {
    Graph graph = Passes.prepare(Zoo.build("resnet20", 3));
    assertTrue(new SwapBlocks("layer1.0", "layer1.2").fits(graph));
    assertTrue(new SwapBlocks("layer2.1", "layer2.2").fits(graph));
    assertFalse(new SwapBlocks("layer1.0", "layer2.1").fits(graph));
    assertFalse(new SwapBlocks("layer1.2", "layer2.0").fits(graph));
    assertFalse(new SwapBlocks("layer1.0", "layer9.0").fits(graph));
  }

  @Test
  void blocksOfWhichOneHasABiasAreOfDifferentForm() {
    Graph plain = Passes.prepare(Zoo.build("resnet20", 3));
    GraphBuilder builder = plain.toBuilder();
    String bias = builder.store("bias", Role.PARAMETER, Tensor.zeros(Shape.of(16)));
    builder.node(plain.node("layer1.0.conv1").withEpilogue(Epilogue.NONE.withBias(bias)));
    Graph biased = builder.build();
    assertThrows(GraphException.class, () -> new SwapBlocks("layer1.0", "layer1.1").apply(biased));
  }
}
