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
import io.skipscope.op.Packing;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@link ConvChain} in one launch, by the algorithm of {@link FusedWinograd}. The steps of one
 * sample follow each other without the host, which for small maps takes longer to start a launch
 * than a launch takes.
 */
final class BlockedConvChain implements BlockedKernel {
  /** More than there are cores; those that come late find that nothing is left to do. */
  private static final int WORKERS = 16;

  /** Numbers of 32 bits between two counters, so that each has a line of the cache for itself. */
  private static final int COUNTER_PITCH = 32;

  private static final WorkGroup ONE_WORKER = new WorkGroup(1, 1, 1);

  @Override
  public String name() {
    return "conv_chain_c8.cpu";
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    NodeContext step = ConvChainSteps.step(context, 0);
    int tileChannels = FusedWinograd.tile(step).outBlocks() * ChannelBlocks.SIZE;
    return device.ordersWritesBeforeAtomics()
        && ChannelBlocks.isComputedMap(context, 0)
        && ChannelBlocks.isComputedMap(context, 1)
        && context.output().channels() % tileChannels == 0
        && (!ConvChainSteps.attributes(context).downsamples() || canDownsample(context))
        && canPrepare(context, device)
        && FusedWinograd.fits(step, device);
  }

  private static boolean canDownsample(NodeContext context) {
    return context.input(0).channels() % ChannelBlocks.SIZE == 0
        && ConvChainSteps.attributes(context).paddedChannels() % ChannelBlocks.SIZE == 0
        && context.output().width()
            >= FusedWinograd.tile(ConvChainSteps.step(context, 0)).columns();
  }

  @Override
  public boolean suits(NodeContext context, DeviceInfo device) {
    return FusedWinograd.suits(ConvGeometry.of(ConvChainSteps.step(context, 0)));
  }

  @Override
  public List<PackedValue> packed(NodeContext context) {
    List<PackedValue> packed = new ArrayList<>();
    packed.add(new PackedValue(context.node().input(2), weights(context)));
    packed.add(new PackedValue(context.node().input(3), ChannelBlocks.PER_CHANNEL));
    if (ConvChainSteps.attributes(context).downsamples()) {
      packed.add(new PackedValue(context.node().input(4), downsampleWeights(context)));
      packed.add(new PackedValue(context.node().input(5), ChannelBlocks.PER_CHANNEL));
    }
    return packed;
  }

  @Override
  public Map<String, Long> scratch(NodeContext context) {
    long counterBytes = 2L * COUNTER_PITCH * Integer.BYTES * context.output().batch();
    long innerBytes = Layout.NCHWC8.withDataType(DataType.FLOAT32).sizeBytes(context.output());
    return Map.of(counters(context), counterBytes, inner(context), innerBytes);
  }

  @Override
  public Set<String> keptZero(NodeContext context) {
    return Set.of(counters(context));
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    NodeContext step = ConvChainSteps.step(context, 0);
    ConvChainAttributes attributes = ConvChainSteps.attributes(context);
    ConvGeometry g = ConvGeometry.of(step);
    WinogradTransform transform = WinogradConv.transform(step);
    LaunchBuilder launch =
        new LaunchBuilder(context.node(), "conv/conv_chain_c8.cpu.cl", "conv_chain_c8")
            .define(WinogradConv.OUT_SIDE, transform.outSide())
            .define("COUNTER_PITCH", COUNTER_PITCH)
            .define("HAS_BIAS", "")
            .define("HAS_RESIDUAL", "")
            .buffers(context.node().input(0), context.node().input(1))
            .buffers(weights(context).bufferOf(context.node().input(2)), context.node().output())
            .buffers(ChannelBlocks.PER_CHANNEL.bufferOf(context.node().input(3)))
            .buffers(inner(context), counters(context))
            .local(FusedWinograd.patchBytes(step), FusedWinograd.productBytes(step))
            .activation(attributes.activation());
    if (attributes.downsamples()) {
      addDownsampling(launch, context);
    }
    launch
        .ints(g.batch())
        .ints(ChannelBlocks.count(g.outChannels()), g.outHeight(), g.outWidth())
        .ints(transform.tiles(g.outWidth()))
        .ints(attributes.steps(), attributes.firstSum());
    NdRange range = new NdRange(WORKERS, g.batch(), 1, ONE_WORKER);
    return List.of(FusedWinograd.tile(step).define(launch).build(range));
  }

  private static void addDownsampling(LaunchBuilder launch, NodeContext context) {
    int padded = ConvChainSteps.attributes(context).paddedChannels();
    Shape input = context.input(0);
    launch
        .define("DOWNSAMPLES", "")
        .buffers(downsampleWeights(context).bufferOf(context.node().input(4)))
        .buffers(ChannelBlocks.PER_CHANNEL.bufferOf(context.node().input(5)))
        .ints(ChannelBlocks.count(input.channels()), input.height(), input.width())
        .ints(padded / ChannelBlocks.SIZE);
  }

  private static Packing downsampleWeights(NodeContext context) {
    int outBlocks = FusedWinograd.tile(ConvChainSteps.step(context, 0)).outBlocks();
    return new BlockedWeights(outBlocks, ChannelBlocks.SIZE).packing();
  }

  private static Packing weights(NodeContext context) {
    return new WinogradConv(ConvChainSteps.step(context, 0)).weights();
  }

  private static String counters(NodeContext context) {
    return context.node().name() + "#counters";
  }

  private static String inner(NodeContext context) {
    return context.node().name() + "#inner";
  }
}
