package io.skipscope.op.movement;

import io.skipscope.device.KernelLaunch;
import io.skipscope.op.BlockedVariant;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import java.util.List;

/** Padding of maps in channel blocks, as far as channels come and go in whole blocks. */
final class BlockedPad {
  static final KernelVariant VARIANT =
      BlockedVariant.ofMap("pad_c8.cpu", BlockedPad::movesWholeBlocks, BlockedPad::launch);

  private BlockedPad() {}

  /** The value must be finite because it also fills lanes behind the last channel. */
  private static boolean movesWholeBlocks(NodeContext context) {
    PadAttributes a = attributes(context);
    boolean endsWithABlock = context.input(0).channels() % ChannelBlocks.SIZE == 0;
    return a.mode() == PadAttributes.Mode.CONSTANT
        && Float.isFinite(a.value())
        && a.before().get(0) == 0
        && a.after().get(0) == 0
        && a.before().get(1) % ChannelBlocks.SIZE == 0
        && (a.after().get(1) <= 0 || endsWithABlock);
  }

  private static KernelLaunch launch(NodeContext context) {
    Shape x = context.input(0);
    Shape y = context.output();
    List<Integer> before = attributes(context).before();
    return new LaunchBuilder(context.node(), "movement/pad_c8.cpu.cl", "pad_c8")
        .buffers(context.node().input(0), context.node().output())
        .ints(x.batch())
        .ints(ChannelBlocks.count(x.channels()), x.height(), x.width())
        .ints(ChannelBlocks.count(y.channels()), y.height(), y.width())
        .ints(before.get(1) / ChannelBlocks.SIZE, before.get(2), before.get(3))
        .floats(attributes(context).value())
        .build(ChannelBlocks.pixels(y));
  }

  private static PadAttributes attributes(NodeContext context) {
    return (PadAttributes) context.node().attributes();
  }
}
