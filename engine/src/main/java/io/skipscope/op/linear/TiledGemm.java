package io.skipscope.op.linear;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Node;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TiledVariant;
import io.skipscope.tensor.Shape;
import java.util.List;

/** A fully connected layer whose work-groups add up a column's products in local memory. */
final class TiledGemm {
  static final List<KernelVariant> ALL = List.of(variant(256), variant(64));

  private static final String FUNCTION = "gemv_reduce";

  /** Work-items that share a column. */
  private static final int LANES = 64;

  /** Rows that use a weight while it is in a register. */
  private static final int TILE_ROWS = 4;

  private TiledGemm() {}

  private static TiledVariant variant(int workItems) {
    return TiledVariant.of(
        FUNCTION + workItems + ".gpu",
        context -> true,
        workItems,
        workItems * Float.BYTES,
        context -> launch(context, workItems));
  }

  private static KernelLaunch launch(NodeContext context, int workItems) {
    Node node = context.node();
    Shape y = context.output();
    return new LaunchBuilder(node, "linear/" + FUNCTION + ".gpu.cl", FUNCTION)
        .define("GROUP", workItems)
        .define("LANES", LANES)
        .define("TILE_ROWS", y.extent(0) == 1 ? 1 : TILE_ROWS)
        .buffers(node.input(0), node.input(1), node.output())
        .epilogue()
        .ints(y.extent(1), context.input(0).extent(1))
        .build(range(y, workItems));
  }

  private static NdRange range(Shape y, int workItems) {
    long columns = (long) y.extent(1) * LANES;
    return new NdRange(columns, y.extent(0), 1, new WorkGroup(workItems, 1, 1));
  }
}
