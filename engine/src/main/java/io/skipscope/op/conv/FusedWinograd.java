package io.skipscope.op.conv;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.op.BlockedKernel;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Tuning;
import java.util.List;

/**
 * Winograd's algorithm in one launch, for maps so small that {@link WinogradConv} would spend much
 * of its time on starting three, or on fetching from memory what a step has put there.
 */
final class FusedWinograd implements BlockedKernel {
  /** Multiply-adds of a direct convolution of one sample up to which it is expected to win. */
  private static final long SMALL_MACS = 4_000_000;

  /** With fewer, transforms take longer than products save. */
  private static final int LEAST_CHANNELS = 16;

  /** Few, so that the numbers of a group stay in the cache next to a core. */
  private static final int TILES = 4;

  /** Vectors between the products of a group, as the kernel says. */
  private static final int PITCH_PADDING = 2;

  private static final WorkGroup ONE_GROUP = new WorkGroup(1, 1, 1);

  @Override
  public String name() {
    return "winograd_fused_c8.cpu";
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return BlockedConvKernels.accepts(step -> fits(step, device)).test(context)
        && canPrepare(context, device);
  }

  /** Whether the algorithm computes a convolution, and a device has the local memory for it. */
  static boolean fits(NodeContext context, DeviceInfo device) {
    return WinogradConv.isPossible(context)
        && (long) patchBytes(context) + productBytes(context) <= device.localMemoryBytes();
  }

  @Override
  public boolean suits(NodeContext context, DeviceInfo device) {
    return suits(ConvGeometry.of(context));
  }

  /** Whether it is a good choice for a convolution, before anything has been measured. */
  static boolean suits(ConvGeometry g) {
    return Math.min(g.inChannels(), g.outChannels()) >= LEAST_CHANNELS
        && g.macs() / g.batch() <= SMALL_MACS;
  }

  @Override
  public List<Tuning> tunings(NodeContext context) {
    return WinogradConv.tunings(context);
  }

  @Override
  public List<PackedValue> packed(NodeContext context) {
    return BlockedConvKernels.packed(context, new WinogradConv(context).weights());
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    WinogradTransform transform = WinogradConv.transform(context);
    BlockedTile tile = tile(context);
    int tileRows = transform.tiles(g.outHeight());
    int tileColumns = transform.tiles(g.outWidth());
    int groups = g.batch() * tile.groups(g.outChannels());
    LaunchBuilder launch =
        BlockedConvKernels.begin(context, "winograd_fused_c8", new WinogradConv(context).weights())
            .define(WinogradConv.OUT_SIDE, transform.outSide())
            .local(patchBytes(context), productBytes(context))
            .ints(g.batch())
            .ints(ChannelBlocks.count(g.inChannels()), g.inHeight(), g.inWidth())
            .ints(ChannelBlocks.count(g.outChannels()), g.outHeight(), g.outWidth())
            .ints(tileColumns)
            .ints(g.attributes().padTop(), g.attributes().padLeft());
    NdRange range = new NdRange(tile.count(tileColumns), tileRows, groups, ONE_GROUP);
    return List.of(tile.define(launch).build(range));
  }

  static int patchBytes(NodeContext context) {
    return groupBytes(context, ChannelBlocks.count(ConvGeometry.of(context).inChannels()));
  }

  static int productBytes(NodeContext context) {
    return groupBytes(context, tile(context).outBlocks());
  }

  /** Of a group of transformed tiles of so many blocks of channels. */
  private static int groupBytes(NodeContext context, int blocks) {
    int pitch = tile(context).columns() * blocks + PITCH_PADDING;
    int products = WinogradConv.transform(context).products();
    return products * pitch * ChannelBlocks.SIZE * Float.BYTES;
  }

  static BlockedTile tile(NodeContext context) {
    ConvGeometry g = ConvGeometry.of(context);
    WinogradTransform transform = WinogradConv.transform(context);
    int tiles = transform.tiles(g.outHeight()) * transform.tiles(g.outWidth());
    return BlockedTile.ofColumns(context.tuning(), Math.min(TILES, tiles), g.outChannels());
  }
}
