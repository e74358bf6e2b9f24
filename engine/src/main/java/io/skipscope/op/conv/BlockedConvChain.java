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
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * {@link ConvChain} in one launch, by the algorithm of {@link FusedWinograd}. The steps of one
 * sample follow each other without the host, which for small maps takes longer to start a launch
 * than a launch takes.
 */
final class BlockedConvChain implements BlockedKernel {
  /** As many as the kernel has parameters for. */
  private static final int MAX_STAGES = 3;

  /** Maps that each sample has in the scratch memory: of the steps, and of two stages' sums. */
  private static final int MAX_INNER_MAPS = 3;

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
    List<BlockedConvStage> stages = BlockedConvStage.of(context);
    return device.ordersWritesBeforeAtomics()
        && stages.size() <= MAX_STAGES
        && ChannelBlocks.isComputedMap(context, 0)
        && ChannelBlocks.isComputedMap(context, 1)
        && stages.stream().allMatch(BlockedConvStage::hasWholeBlocks)
        && canPrepare(context, device)
        && stages.stream().allMatch(stage -> FusedWinograd.fits(stage.step(), device));
  }

  @Override
  public boolean suits(NodeContext context, DeviceInfo device) {
    return BlockedConvStage.of(context).stream()
        .allMatch(stage -> FusedWinograd.suits(ConvGeometry.of(stage.step())));
  }

  @Override
  public List<Tuning> tunings(NodeContext context) {
    return ConvChainTile.tunings(context);
  }

  @Override
  public List<PackedValue> packed(NodeContext context) {
    return BlockedConvStage.of(context).stream().flatMap(stage -> stage.packed().stream()).toList();
  }

  @Override
  public Map<String, Long> scratch(NodeContext context) {
    List<BlockedConvStage> stages = BlockedConvStage.of(context);
    int batch = context.output().batch();
    long counterBytes = 2L * COUNTER_PITCH * Integer.BYTES * batch;
    long innerBytes = most(stages, BlockedConvChain::mapBytes) * innerMaps(stages) * batch;
    return Map.of(counters(context), counterBytes, inner(context), innerBytes);
  }

  @Override
  public Set<String> keptZero(NodeContext context) {
    return Set.of(counters(context));
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    List<BlockedConvStage> stages = BlockedConvStage.of(context);
    NodeContext step = stages.get(0).step();
    Shape input = context.input(0);
    LaunchBuilder launch =
        new LaunchBuilder(context.node(), "conv/conv_chain_c8.cpu.cl", "conv_chain_c8")
            .define("STAGES", stages.size())
            .define("INNER_MAPS", innerMaps(stages))
            .define(WinogradConv.OUT_SIDE, WinogradConv.transform(step).outSide())
            .define("COUNTER_PITCH", COUNTER_PITCH)
            .define("HAS_BIAS", "")
            .define("HAS_RESIDUAL", "")
            .buffers(context.node().input(0), context.node().input(1), context.node().output())
            .buffers(inner(context), counters(context))
            .local((int) most(stages, stage -> FusedWinograd.patchBytes(stage.step())))
            .local(FusedWinograd.productBytes(step))
            .activation(((ConvChainAttributes) context.node().attributes()).activation());
    stages.forEach(stage -> stage.addTo(launch));
    launch
        .ints(input.batch())
        .ints(ChannelBlocks.count(input.channels()), input.height(), input.width())
        .ints(Math.toIntExact(most(stages, BlockedConvChain::mapBytes) / Float.BYTES));
    NdRange range = new NdRange(WORKERS, input.batch(), 1, ONE_WORKER);
    return List.of(FusedWinograd.tile(step).define(launch).build(range));
  }

  private static long most(List<BlockedConvStage> stages, ToLongFunction<BlockedConvStage> size) {
    return stages.stream().mapToLong(size).max().orElseThrow();
  }

  private static int innerMaps(List<BlockedConvStage> stages) {
    return Math.min(MAX_INNER_MAPS, stages.size());
  }

  /** Of one sample, in float. */
  private static long mapBytes(BlockedConvStage stage) {
    Shape maps = stage.step().output();
    return Layout.NCHWC8.withDataType(DataType.FLOAT32).sizeBytes(maps) / maps.batch();
  }

  private static String counters(NodeContext context) {
    return context.node().name() + "#counters";
  }

  private static String inner(NodeContext context) {
    return context.node().name() + "#inner";
  }
}
