package io.skipscope.op.elementwise;

import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Node;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/** An operation on two operands whose channels lie in blocks. */
final class BlockedBinary {
  static final KernelVariant VARIANT =
      new BlockedVariant(
          "binary_c8.cpu",
          BlockedBinary::accepts,
          Layout.NCHWC8,
          BlockedBinary::packed,
          context -> List.of(launch(context)));

  private BlockedBinary() {}

  private static boolean accepts(NodeContext context) {
    return context.output().rank() == 4
        && BlockedOperand.fits(context, 0)
        && BlockedOperand.fits(context, 1)
        && ChannelBlocks.fitsEpilogue(context)
        && !dividesMissingChannels(context);
  }

  /** Where 0 may be divided by 0, and NaN would be no neutral number for those who read it. */
  private static boolean dividesMissingChannels(NodeContext context) {
    return context.node().op().equals("Div")
        && context.output().channels() % ChannelBlocks.SIZE != 0;
  }

  private static List<PackedValue> packed(NodeContext context) {
    Stream<PackedValue> operands =
        Stream.of(0, 1)
            .filter(context::isStored)
            .map(input -> BlockedOperand.of(context, input).packed());
    return Stream.concat(operands, ChannelBlocks.packedBias(context).stream()).toList();
  }

  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    Shape y = context.output();
    BlockedOperand left = BlockedOperand.of(context, 0);
    BlockedOperand right = BlockedOperand.of(context, 1);
    LaunchBuilder launch =
        new LaunchBuilder(node, "elementwise/binary_c8.cpu.cl", "binary_c8")
            .buffers(left.buffer(), right.buffer(), node.output())
            .epilogue(ChannelBlocks.biasBuffer(context));
    return BinaryOperator.combine(launch, node)
        .ints(y.batch(), ChannelBlocks.count(y.channels()), y.height(), y.width())
        .ints(left.strides())
        .ints(right.strides())
        .build(ChannelBlocks.pixels(y));
  }
}
