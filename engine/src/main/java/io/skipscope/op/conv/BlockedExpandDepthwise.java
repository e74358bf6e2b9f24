package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Activation;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.CeilDiv;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import io.skipscope.op.Tuning;
import io.skipscope.tensor.Layout;
import java.util.ArrayList;
import java.util.List;

/** {@link ExpandDepthwise} on NCHWc8 maps, with a ring of expanded rows for each work-item. */
final class BlockedExpandDepthwise {
  static final KernelVariant VARIANT =
      new BlockedVariant(
              "expand_depthwise_c8.cpu",
              BlockedExpandDepthwise::accepts,
              Layout.NCHWC8,
              BlockedExpandDepthwise::packed,
              context -> List.of(new BlockedExpandDepthwise(context).launch()))
          .tunable(BlockedExpandDepthwise::tunings);

  /** The ring's size is compiled in, so most widths share one. */
  private static final int LEAST_RING_COLUMNS = 128;

  /** Beyond it the ring of a work-item leaves the second-level cache. */
  private static final int MOST_RING_COLUMNS = 1024;

  /** Work-items that keep several cores busy to the end; more of them expand more rows twice. */
  private static final int LEAST_ITEMS = 12;

  private static final WorkGroup ONE_BAND = new WorkGroup(1, 1, 1);

  private final NodeContext context;
  private final ConvGeometry expand;
  private final ConvGeometry depthwise;
  private final BlockedTile tile;

  private BlockedExpandDepthwise(NodeContext context) {
    this.context = context;
    ExpandDepthwiseParts parts = ExpandDepthwiseParts.of(context);
    expand = parts.expandGeometry();
    depthwise = parts.depthwiseGeometry();
    tile = BlockedTile.of(context.tuning(), expand.outWidth(), expand.outChannels());
  }

  private static boolean accepts(NodeContext context) {
    return ChannelBlocks.isComputedMap(context, 0)
        && ChannelBlocks.fitsEpilogue(context)
        && new BlockedExpandDepthwise(context).pitch() <= MOST_RING_COLUMNS;
  }

  private static List<PackedValue> packed(NodeContext context) {
    List<PackedValue> packed = new ArrayList<>(ChannelBlocks.packedBias(context));
    packed.add(new PackedValue(context.node().input(1), expandWeights(context)));
    packed.add(new PackedValue(context.node().input(2), BlockedWeights.DEPTHWISE));
    packed.add(new PackedValue(context.node().input(3), ChannelBlocks.PER_CHANNEL));
    return packed;
  }

  private static Packing expandWeights(NodeContext context) {
    int outChannels = context.output().channels();
    int outBlocks = BlockedTile.outBlocks(context.tuning(), outChannels);
    return new BlockedWeights(outBlocks, ChannelBlocks.SIZE).packing();
  }

  private static List<Tuning> tunings(NodeContext context) {
    return BlockedTile.tunings(context.input(0).width(), context.output().channels());
  }

  private KernelLaunch launch() {
    ConvAttributes a = depthwise.attributes();
    Activation between =
        ((ExpandDepthwiseAttributes) context.node().attributes()).expandActivation();
    int bandRows = bandRows();
    LaunchBuilder launch =
        tile.define(begin())
            .define("EXPAND_ACTIVATION", between.kind())
            .define(
                "DEPTHWISE_COLUMNS",
                BlockedTile.ofOneBlock(Tuning.DEFAULT, depthwise.outWidth()).columns())
            .define("RING_COLUMNS", ringColumns())
            .define("KERNEL_H", depthwise.kernelH())
            .define("KERNEL_W", depthwise.kernelW())
            .define("STRIDE_W", a.strideW())
            .buffers(ChannelBlocks.PER_CHANNEL.bufferOf(context.node().input(3)))
            .floats(between.alpha(), between.beta())
            .ints(expand.batch(), ChannelBlocks.count(expand.inChannels()))
            .ints(expand.inHeight(), expand.inWidth())
            .ints(ChannelBlocks.count(expand.outChannels()))
            .ints(depthwise.outHeight(), depthwise.outWidth())
            .ints(a.strideH(), a.padTop(), a.padLeft())
            .ints(pitch(), bandRows);
    int bands = CeilDiv.of(depthwise.outHeight(), bandRows);
    return launch.build(new NdRange(1, bands, items(), ONE_BAND));
  }

  private LaunchBuilder begin() {
    String source = "conv/expand_depthwise_c8.cpu.cl";
    return new LaunchBuilder(context.node(), source, "expand_depthwise_c8")
        .buffers(
            context.node().input(0),
            expandWeights(context).bufferOf(context.node().input(1)),
            BlockedWeights.DEPTHWISE.bufferOf(context.node().input(2)),
            context.node().output())
        .epilogue(ChannelBlocks.biasBuffer(context));
  }

  /** Work-items of a band. */
  private long items() {
    return (long) expand.batch() * tile.groups(expand.outChannels());
  }

  private int bandRows() {
    int bands = (int) Math.max(1, LEAST_ITEMS / items());
    return CeilDiv.of(depthwise.outHeight(), bands);
  }

  /** Columns of an expanded row with its padding. */
  private int pitch() {
    ConvAttributes a = depthwise.attributes();
    return a.padLeft() + depthwise.inWidth() + a.padRight();
  }

  private int ringColumns() {
    int columns = LEAST_RING_COLUMNS;
    while (columns < pitch()) {
      columns *= 2;
    }
    return columns;
  }
}
