package io.skipscope.op.layout;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.graph.Node;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A copy from one layout to another.
 *
 * @param builder the launch for a node and the shape of its map
 */
record ReorderVariant(
    String name,
    Layout inputLayout,
    Layout outputLayout,
    BiFunction<Node, Shape, KernelLaunch> builder)
    implements KernelVariant {
  static final ReorderVariant INTO_BLOCKS =
      new ReorderVariant("nchw_to_c8.cpu", Layout.NCHW, Layout.NCHWC8, ChannelBlocks::block);
  static final ReorderVariant OUT_OF_BLOCKS =
      new ReorderVariant("c8_to_nchw.cpu", Layout.NCHWC8, Layout.NCHW, ChannelBlocks::unblock);

  @Override
  public KernelFamily family() {
    return KernelFamily.CPU;
  }

  @Override
  public boolean accepts(NodeContext context, DeviceInfo device) {
    return context.node().attributes().equals(new ReorderAttributes(inputLayout, outputLayout));
  }

  @Override
  public List<KernelLaunch> launches(NodeContext context) {
    return List.of(builder.apply(context.node(), context.output()));
  }
}
