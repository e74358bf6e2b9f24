package io.skipscope.op.conv;

import io.skipscope.op.NodeContext;
import io.skipscope.op.Tuning;
import java.util.List;

/**
 * The transform and the tile that all stages of a {@link ConvChain} share, since one kernel
 * computes them. What a chain's tuning does not set is what they all can take, and together are
 * expected to be fastest with.
 */
final class ConvChainTile {
  private final List<NodeContext> stages;

  private ConvChainTile(List<NodeContext> stages) {
    this.stages = stages;
  }

  /** A chain whose tuning says all of it. */
  static NodeContext settled(NodeContext chain) {
    List<NodeContext> stages = ConvChainStages.of(chain);
    return chain.withTuning(new ConvChainTile(stages).tuning(chain.tuning()));
  }

  /** The transform that {@link #settled} does not expect to be faster. */
  static List<Tuning> tunings(NodeContext chain) {
    int expected = settled(chain.withTuning(Tuning.DEFAULT)).tuning().get(WinogradConv.OUT_SIDE, 4);
    return List.of(Tuning.DEFAULT.with(WinogradConv.OUT_SIDE, expected == 4 ? 2 : 4));
  }

  private Tuning tuning(Tuning set) {
    int expected = products(4) <= products(2) ? 4 : 2;
    Tuning transform =
        set.with(WinogradConv.OUT_SIDE, set.get(WinogradConv.OUT_SIDE, expected))
            .with(BlockedTile.OUT_BLOCKS, BlockedTile.outBlocks(set, commonChannels()));
    return transform.with(BlockedTile.TILE_COLUMNS, columns(transform));
  }

  /** The most channels that divide those of every stage. */
  private int commonChannels() {
    return stages.stream()
        .mapToInt(stage -> stage.output().channels())
        .reduce(0, ConvChainTile::greatestCommonDivisor);
  }

  private static int greatestCommonDivisor(int a, int b) {
    return a == 0 ? b : greatestCommonDivisor(b % a, a);
  }

  private int columns(Tuning transform) {
    return stages.stream()
        .map(stage -> ConvChainSteps.step(stage.withTuning(transform), 0))
        .mapToInt(step -> FusedWinograd.tile(step).columns())
        .min()
        .orElseThrow();
  }

  /** Multiplications of all steps, or what fetching weights costs if that is more. */
  private long products(int outSide) {
    WinogradTransform transform = new WinogradTransform(outSide);
    return stages.stream().mapToLong(stage -> products(transform, stage)).sum();
  }

  private static long products(WinogradTransform transform, NodeContext stage) {
    ConvGeometry g = ConvGeometry.of(ConvChainSteps.step(stage, 0));
    long pairs = (long) g.inChannels() * g.outChannels();
    return ConvChainSteps.attributes(stage).steps() * pairs * WinogradConv.work(transform, g);
  }
}
