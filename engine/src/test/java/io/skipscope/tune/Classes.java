package io.skipscope.tune;

import io.skipscope.graph.Attributes;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TunedKernels.Pick;
import io.skipscope.op.Tuning;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes and results of searches for the tests. */
final class Classes {
  static final String SOURCE = "conv/pointwise_c8.cpu.cl";

  private Classes() {}

  /** A 1x1 convolution over maps of 6x6 pixels. */
  static NodeContext pointwise(int batch, int channels) {
    return pointwise(batch, channels, 6);
  }

  /** Likewise over maps of {@code side} x {@code side} pixels. */
  static NodeContext pointwise(int batch, int channels, int side) {
    Attributes attributes = ConvAttributes.of(1, 0, 1);
    Node node = new Node("conv", "Conv", List.of("x", "w"), "y", attributes);
    Map<String, Shape> shapes =
        Map.of(
            "x", Shape.of(batch, channels, side, side),
            "w", Shape.of(16, channels, 1, 1),
            "y", Shape.of(batch, 16, side, side));
    return new NodeContext(node, shapes::get, Set.of("w")::contains);
  }

  static Pick pick(int tileColumns) {
    return new Pick(
        "pointwise_c8.cpu", Tuning.DEFAULT.with("TILE_COLUMNS", tileColumns).with("OUT_BLOCKS", 2));
  }

  static TuningResult found(NodeContext node, Pick pick) {
    Picks picks = new Picks(Map.of(ShapeClass.of(node), pick), List.of());
    return new TuningResult(picks, Set.of(SOURCE), List.of(), 0);
  }
}
