package io.skipscope.op.layout;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.KernelFamily;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * A copy from one layout to another.
 *
 * @param function the kernel's name, and that of its file
 */
record ReorderVariant(String function, Layout inputLayout, Layout outputLayout)
    implements KernelVariant {
  static final ReorderVariant INTO_BLOCKS =
      new ReorderVariant("nchw_to_c8", Layout.NCHW, Layout.NCHWC8);
  static final ReorderVariant OUT_OF_BLOCKS =
      new ReorderVariant("c8_to_nchw", Layout.NCHWC8, Layout.NCHW);

  @Override
  public String name() {
    return function + ".cpu";
  }

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
    Shape shape = context.output();
    return List.of(
        new LaunchBuilder(context.node(), "layout/" + function + ".cpu.cl", function)
            .buffers(context.node().input(0), context.node().output())
            .ints(shape.toArray())
            .build(ChannelBlocks.pixels(shape)));
  }
}
