package io.skipscope.op.movement;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Node;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the operators share that only copy boxes of numbers: one copy per input. */
abstract class CopyOperator implements Operator {
  private final List<KernelVariant> variants;

  /**
   * @param before variants that are preferred to the reference
   */
  CopyOperator(KernelVariant... before) {
    variants = Stream.concat(Stream.of(before), Stream.of(reference())).toList();
  }

  /** An operator that can also move channel blocks as a whole, for the nodes that ask for that. */
  CopyOperator(Predicate<NodeContext> movesWholeBlocks) {
    variants = List.of(blocked(movesWholeBlocks), reference());
  }

  /** The copy of every input, in the order of the inputs. */
  abstract List<StridedCopy> copies(NodeContext context);

  @Override
  public Cost cost(NodeContext context) {
    return Cost.of(context, 0, 0);
  }

  @Override
  public List<KernelVariant> variants() {
    return variants;
  }

  private KernelVariant reference() {
    return new ReferenceVariant(
        "strided_copy.ref", context -> launches(context, StridedCopy::launches));
  }

  private KernelVariant blocked(Predicate<NodeContext> movesWholeBlocks) {
    return new BlockedVariant(
        "copy_c8.cpu",
        context -> areComputedMaps(context) && movesWholeBlocks.test(context),
        Layout.NCHWC8,
        context -> List.of(),
        context -> launches(inBlocks(context), StridedCopy::blockedLaunches));
  }

  /** The launches that carry out one copy. */
  private interface Launcher {
    List<KernelLaunch> launches(StridedCopy copy, Node node, String input);
  }

  private List<KernelLaunch> launches(NodeContext context, Launcher launcher) {
    List<StridedCopy> copies = copies(context);
    List<KernelLaunch> launches = new ArrayList<>();
    for (int i = 0; i < copies.size(); i++) {
      launches.addAll(launcher.launches(copies.get(i), context.node(), context.node().input(i)));
    }
    return launches;
  }

  private static boolean areComputedMaps(NodeContext context) {
    return IntStream.range(0, context.node().inputs().size())
        .allMatch(input -> ChannelBlocks.isComputedMap(context, input));
  }

  /** The same node on maps of vectors: [batch, channel blocks, height, width]. */
  private static NodeContext inBlocks(NodeContext context) {
    Function<String, Shape> shapes =
        context.shapes().andThen(shape -> shape.with(1, ChannelBlocks.count(shape.channels())));
    return new NodeContext(context.node(), shapes, context.stored());
  }

  @Override
  public HostTask reference(NodeContext context) {
    List<StridedCopy> copies = copies(context);
    return memory -> {
      float[] output = memory.array(context.node().output());
      for (int i = 0; i < copies.size(); i++) {
        copies.get(i).run(memory, memory.array(context.node().input(i)), output);
      }
    };
  }
}
