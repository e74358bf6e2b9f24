package io.skipscope.op.linear;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Node;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;

/** A fully connected layer with vectors of eight columns. */
final class BlockedGemm {
  static final KernelVariant VARIANT =
      new BlockedVariant(
          "gemm.cpu",
          context -> true,
          Layout.NCHWC8,
          context -> List.of(weight(context)),
          context -> List.of(launch(context)));

  /** From [columns, depth] to [column blocks, depth, 8], zeros behind the last column. */
  private static final Packing WEIGHT = new Packing("nk8", BlockedGemm::pack);

  private static final WorkGroup SINGLE = new WorkGroup(1, 1, 1);

  /** Column blocks of a work-item; with {@link #TILE_ROWS} rows, its sums fit the registers. */
  private static final int OUT_BLOCKS = 4;

  private static final int TILE_ROWS = 4;

  private BlockedGemm() {}

  private static PackedValue weight(NodeContext context) {
    return new PackedValue(context.node().input(1), WEIGHT);
  }

  private static float[] pack(Tensor weight) {
    int columns = weight.shape().extent(0);
    int depth = weight.shape().extent(1);
    float[] numbers = weight.data();
    float[] packed = new float[ChannelBlocks.count(columns) * depth * ChannelBlocks.SIZE];
    for (int column = 0; column < columns; column++) {
      int block = column / ChannelBlocks.SIZE;
      int lane = column % ChannelBlocks.SIZE;
      for (int k = 0; k < depth; k++) {
        packed[(block * depth + k) * ChannelBlocks.SIZE + lane] = numbers[column * depth + k];
      }
    }
    return packed;
  }

  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    Shape y = context.output();
    int columnTiles = (ChannelBlocks.count(y.extent(1)) + OUT_BLOCKS - 1) / OUT_BLOCKS;
    return new LaunchBuilder(node, "linear/gemm.cpu.cl", "gemm")
        .define("TILE_ROWS", y.extent(0) == 1 ? 1 : TILE_ROWS)
        .define("OUT_BLOCKS", OUT_BLOCKS)
        .buffers(node.input(0), weight(context).buffer(), node.output())
        .epilogue()
        .ints(y.extent(1), context.input(0).extent(1))
        .build(new NdRange(columnTiles, y.extent(0), 1, SINGLE));
  }
}
