package io.skipscope.tune;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;

/** The least network that leaves a choice of kernels. */
public final class OneConvolution {
  private OneConvolution() {}

  /** A 1x1 convolution of 24 to 16 channels over maps of 6x6 pixels, from {@code x}. */
  public static Graph graph() {
    GraphBuilder builder = Graph.builder("one convolution");
    builder.input("x", Shape.of(1, 24, 6, 6));
    builder.store("w", Role.PARAMETER, Tensor.zeros(Shape.of(16, 24, 1, 1)));
    builder.node(new Node("conv", "Conv", List.of("x", "w"), "y", ConvAttributes.of(1, 0, 1)));
    builder.output("y");
    return Passes.prepare(builder.build());
  }
}
