package io.skipscope.op.conv;

import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage of a {@link ConvChain} as {@link BlockedConvChain} computes it.
 *
 * @param stage a chain of one stage, with the tuning that all stages share
 */
record BlockedConvStage(NodeContext stage) {
  /** Output blocks that a task computes from the same transformed patches, if there are so many. */
  private static final int TASK_BLOCKS = 4;

  /** The stages of a chain, in running order. */
  static List<BlockedConvStage> of(NodeContext chain) {
    return ConvChainStages.of(ConvChainTile.settled(chain)).stream()
        .map(BlockedConvStage::new)
        .toList();
  }

  /** Any of the convolutions of stride 1: but for weights and sums they are alike. */
  NodeContext step() {
    return ConvChainSteps.step(stage, 0);
  }

  /** Whether no block of channels, and no row that is halved, is smaller than a tile. */
  boolean hasWholeBlocks() {
    return stage.output().channels() % tileChannels() == 0
        && (!attributes().downsamples()
            || (stage.input(0).channels() % ChannelBlocks.SIZE == 0
                && attributes().paddedChannels() % ChannelBlocks.SIZE == 0
                && stage.output().width() >= FusedWinograd.tile(step()).columns()));
  }

  /** Its weights and biases in the order in which the kernel takes them. */
  List<PackedValue> packed() {
    List<PackedValue> packed = new ArrayList<>();
    packed.add(new PackedValue(stage.node().input(2), new WinogradConv(step()).weights()));
    packed.add(new PackedValue(stage.node().input(3), ChannelBlocks.PER_CHANNEL));
    if (attributes().downsamples()) {
      Packing halving = new BlockedWeights(outBlocks(), ChannelBlocks.SIZE).packing();
      packed.add(new PackedValue(stage.node().input(4), halving));
      packed.add(new PackedValue(stage.node().input(5), ChannelBlocks.PER_CHANNEL));
    }
    return packed;
  }

  /** What the kernel's {@code STAGE_PARAMETERS} declare. */
  void addTo(LaunchBuilder launch) {
    List<String> buffers = new ArrayList<>(packed().stream().map(PackedValue::buffer).toList());
    if (!attributes().downsamples()) {
      buffers.addAll(List.copyOf(buffers));
    }
    launch
        .buffers(buffers.toArray(String[]::new))
        .ints(ChannelBlocks.count(stage.output().channels()))
        .ints(stage.output().height(), stage.output().width())
        .ints(attributes().steps(), taskGroups())
        .ints(attributes().downsamples() ? 1 : 0)
        .ints(attributes().paddedChannels() / ChannelBlocks.SIZE);
  }

  /** Groups of output blocks in a task: as many as {@link #TASK_BLOCKS} allows. */
  private int taskGroups() {
    int groups = stage.output().channels() / tileChannels();
    int most = Math.max(1, TASK_BLOCKS / outBlocks());
    while (groups % most != 0) {
      most--;
    }
    return most;
  }

  private int tileChannels() {
    return outBlocks() * ChannelBlocks.SIZE;
  }

  private int outBlocks() {
    return FusedWinograd.tile(step()).outBlocks();
  }

  private ConvStage attributes() {
    return ConvChainSteps.attributes(stage);
  }
}
