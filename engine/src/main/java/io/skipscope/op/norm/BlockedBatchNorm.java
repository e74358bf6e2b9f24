package io.skipscope.op.norm;

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

/** Batch normalisation of maps in channel blocks. */
final class BlockedBatchNorm {
  static final KernelVariant VARIANT =
      new BlockedVariant(
          "batch_norm_c8.cpu",
          context -> ChannelBlocks.isComputedMap(context, 0) && ChannelBlocks.fitsEpilogue(context),
          Layout.NCHWC8,
          BlockedBatchNorm::packed,
          context -> List.of(launch(context)));

  private BlockedBatchNorm() {}

  private static List<PackedValue> packed(NodeContext context) {
    return Stream.concat(
            parameters(context.node()).stream(), ChannelBlocks.packedBias(context).stream())
        .toList();
  }

  private static List<PackedValue> parameters(Node node) {
    return node.inputs().stream()
        .skip(1)
        .map(parameter -> new PackedValue(parameter, ChannelBlocks.PER_CHANNEL))
        .toList();
  }

  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    Shape shape = context.output();
    return new LaunchBuilder(node, "norm/batch_norm_c8.cpu.cl", "batch_norm_c8")
        .buffers(node.input(0))
        .buffers(parameters(node).stream().map(PackedValue::buffer).toArray(String[]::new))
        .buffers(node.output())
        .epilogue(ChannelBlocks.biasBuffer(context))
        .ints(shape.batch(), ChannelBlocks.count(shape.channels()), shape.height(), shape.width())
        .floats(((BatchNormAttributes) node.attributes()).epsilon())
        .build(ChannelBlocks.pixels(shape));
  }
}
