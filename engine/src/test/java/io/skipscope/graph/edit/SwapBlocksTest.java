package io.skipscope.graph.edit;

import static org.junit.jupiter.api.Assertions.assertThrows;

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
  void blocksOfWhichOneHasABiasAreOfDifferentForm() {
    Graph plain = Passes.prepare(Zoo.build("resnet20", 3));
    GraphBuilder builder = plain.toBuilder();
    String bias = builder.store("bias", Role.PARAMETER, Tensor.zeros(Shape.of(16)));
    builder.node(plain.node("layer1.0.conv1").withEpilogue(Epilogue.NONE.withBias(bias)));
    Graph biased = builder.build();
    assertThrows(GraphException.class, () -> new SwapBlocks("layer1.0", "layer1.1").apply(biased));
  }
}
