package io.skipscope.op.conv;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.BlockedVariant;
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
import java.util.function.Function;
import java.util.function.Predicate;

/** The CPU kernels of a convolution on NCHWc8 maps, the most special first. */
final class BlockedConvKernels {
  /** Channels up to which a picture is read as it is, and not copied into blocks of eight first. */
  private static final int STEM_CHANNELS = 4;

  /** Input columns of a tile that still make a window of reasonable size on the stack. */
  private static final int MAX_WINDOW = 128;

  private static final WorkGroup ONE_TILE = new WorkGroup(1, 1, 1);

  /** A depthwise tile is little work: rows share a work-group to pay less for starting it. */
  private static final WorkGroup ROWS = new WorkGroup(1, 8, 1);

  static final List<KernelVariant> ALL =
      List.of(
          variant(
                  "pointwise_c8",
                  context -> ConvGeometry.of(context).isPointwise(),
                  context -> weights(context, ChannelBlocks.SIZE),
                  BlockedConvKernels::pointwise)
              .tunable(BlockedConvKernels::pointwiseTiles),
          variant(
                  "depthwise_c8",
                  context -> isPlainDepthwise(ConvGeometry.of(context)) && hasSmallWindow(context),
                  context -> BlockedWeights.DEPTHWISE,
                  BlockedConvKernels::depthwise)
              .tunable(c -> BlockedTile.tuningsOfOneBlock(ConvGeometry.of(c).outWidth())),
          new BlockedVariant(
                  "stem_c8.cpu",
                  accepts(BlockedConvKernels::isStem),
                  Layout.NCHW,
                  context -> packed(context, weights(context, 1)),
                  context -> List.of(conv2d(context, 1)))
              .tunable(BlockedConvKernels::tiles),
          new FusedWinograd(),
          new BlockedVariant(
                  "winograd_c8.cpu",
                  accepts(WinogradConv::isPossible),
                  Layout.NCHWC8,
                  context -> packed(context, new WinogradConv(context).weights()),
                  context -> new WinogradConv(context).scratch(),
                  context -> new WinogradConv(context).launches())
              .suiting(WinogradConv::isWorthwhile)
              .tunable(WinogradConv::tunings),
          variant(
                  "conv2d_c8",
                  BlockedConvKernels::hasSmallWindow,
                  context -> weights(context, ChannelBlocks.SIZE),
                  context -> conv2d(context, ChannelBlocks.SIZE))
              .tunable(BlockedConvKernels::tiles));

  private BlockedConvKernels() {}

  private static BlockedVariant variant(
      String name,
      Predicate<NodeContext> accepted,
      Function<NodeContext, Packing> packing,
      Function<NodeContext, KernelLaunch> launch) {
    return new BlockedVariant(
        name + ".cpu",
        accepts(accepted),
        Layout.NCHWC8,
        context -> packed(context, packing.apply(context)),
        context -> List.of(launch.apply(context)));
  }

  static Predicate<NodeContext> accepts(Predicate<NodeContext> accepted) {
    return context ->
        ChannelBlocks.isComputedMap(context, 0)
            && ChannelBlocks.fitsEpilogue(context)
            && accepted.test(context);
  }

  static List<PackedValue> packed(NodeContext context, Packing weights) {
    List<PackedValue> packed = new ArrayList<>(ChannelBlocks.packedBias(context));
    packed.add(new PackedValue(context.node().input(1), weights));
    return packed;
  }

  private static Packing weights(NodeContext context, int inLanes) {
    ConvGeometry g = ConvGeometry.of(context);
    int outBlocks = BlockedTile.outBlocks(context.tuning(), g);
    return new BlockedWeights(outBlocks, inLanes, g.attributes().groups()).packing();
  }

  private static BlockedTile tile(NodeContext context) {
    return BlockedTile.of(context.tuning(), ConvGeometry.of(context));
  }

  private static List<Tuning> tiles(NodeContext context) {
    return BlockedTile.tunings(ConvGeometry.of(context));
  }

  private static List<Tuning> pointwiseTiles(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    int pixels = isStrided(g) ? g.outWidth() : g.outHeight() * g.outWidth();
    return BlockedTile.tunings(pixels, g.outChannels());
  }

  private static boolean isStrided(ConvGeometry g) {
    return g.attributes().strideH() > 1 || g.attributes().strideW() > 1;
  }

  private static boolean isPlainDepthwise(ConvGeometry g) {
    return g.isDepthwise() && g.outChannels() == g.inChannels();
  }

  private static boolean isStem(NodeContext context) {
    return ConvGeometry.of(context).inChannels() <= STEM_CHANNELS && hasSmallWindow(context);
  }

  private static boolean hasSmallWindow(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    int columns = tile(context).columns();
    return (columns - 1) * a.strideW() + (g.kernelW() - 1) * a.dilationW() < MAX_WINDOW;
  }

  private static KernelLaunch pointwise(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    ConvAttributes a = g.attributes();
    LaunchBuilder launch =
        begin(context, PointwiseLaunch.FUNCTION, weights(context, ChannelBlocks.SIZE));
    PointwiseLaunch shape =
        new PointwiseLaunch(
            g.batch(),
            g.batch(),
            ChannelBlocks.count(g.inChannels()),
            g.outChannels(),
            g.outHeight(),
            g.outWidth());
    Tuning tuning = context.tuning();
    return isStrided(g)
        ? shape.strided(launch, tuning, g.inHeight(), g.inWidth(), a.strideH(), a.strideW())
        : shape.joinedRows(launch, tuning);
  }

  private static KernelLaunch depthwise(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    BlockedTile tile = BlockedTile.ofOneBlock(context.tuning(), g.outWidth());
    LaunchBuilder launch =
        begin(context, "depthwise_c8", BlockedWeights.DEPTHWISE)
            .define("TILE_COLUMNS", tile.columns())
            .ints(g.batch())
            .ints(ChannelBlocks.count(g.inChannels()), g.inHeight(), g.inWidth())
            .ints(g.outHeight(), g.outWidth());
    return window(launch, g).build(range(g, tile, ROWS));
  }

  /**
   * @param inLanes channels of a pixel that lie together: 1 for NCHW
   */
  private static KernelLaunch conv2d(NodeContext context, int inLanes) {
    ConvGeometry g = ConvGeometry.of(context);
    BlockedTile tile = tile(context);
    InputSpan span = InputSpan.of(g, tile.outBlocks(), inLanes);
    int inBlocks = inLanes == 1 ? g.inChannels() : ChannelBlocks.count(g.inChannels());
    LaunchBuilder launch =
        tile.define(begin(context, "conv2d_c8", weights(context, inLanes)))
            .define("IN_LANES", inLanes)
            .ints(g.batch())
            .ints(inBlocks, g.inHeight(), g.inWidth())
            .ints(ChannelBlocks.count(g.outChannels()), g.outHeight(), g.outWidth());
    return span.ints(window(launch, g)).build(range(g, tile, ONE_TILE));
  }

  static LaunchBuilder begin(NodeContext context, String function, Packing weights) {
    String weight = context.node().input(1);
    return new LaunchBuilder(context.node(), "conv/" + function + ".cpu.cl", function)
        .buffers(context.node().input(0), weights.bufferOf(weight), context.node().output())
        .epilogue(ChannelBlocks.biasBuffer(context));
  }

  private static LaunchBuilder window(LaunchBuilder launch, ConvGeometry g) {
    ConvAttributes a = g.attributes();
    return launch
        .define("KERNEL_W", g.kernelW())
        .define("STRIDE_W", a.strideW())
        .define("DILATION_W", a.dilationW())
        .ints(g.kernelH(), a.strideH())
        .ints(a.padTop(), a.padLeft())
        .ints(a.dilationH());
  }

  private static NdRange range(ConvGeometry g, BlockedTile tile, WorkGroup group) {
    long outer = (long) g.batch() * tile.groups(g.outChannels());
    return new NdRange(tile.count(g.outWidth()), g.outHeight(), outer, group);
  }
}
