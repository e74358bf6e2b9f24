package io.skipscope.op;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** What kernels on maps in channel blocks have in common: see {@link BlockedKernel}. */
public final class ChannelBlocks {
  /** Channels of a block. */
  public static final int SIZE = 8;

  /** One number per channel, such as a bias; zeros in the lanes behind the last. */
  public static final Packing PER_CHANNEL =
      new Packing("c8", tensor -> Arrays.copyOf(tensor.data(), count(tensor.data().length) * SIZE));

  /** Large, because the work of a pixel is little. */
  private static final WorkGroup PIXELS = new WorkGroup(16, 16, 1);

  /** For tiles of as many pixels as a block has channels. */
  private static final WorkGroup TILES = new WorkGroup(8, 8, 1);

  private ChannelBlocks() {}

  /** Blocks that so many channels take. */
  public static int count(int channels) {
    return CeilDiv.of(channels, SIZE);
  }

  /** Blocks of all samples of [batch, channels, height, width] together. */
  public static int maps(Shape shape) {
    return shape.batch() * count(shape.channels());
  }

  /** One work-item per pixel and block of [batch, channels, height, width]. */
  public static NdRange pixels(Shape shape) {
    return vectors(shape.width(), shape.height(), maps(shape));
  }

  /** One work-item per vector of {@code maps} maps. */
  public static NdRange vectors(int columns, int rows, int maps) {
    return new NdRange(columns, rows, maps, PIXELS);
  }

  /** Copies a map [batch, channels, height, width] of plain numbers into channel blocks. */
  public static KernelLaunch block(Node node, Shape map) {
    return reorder(node, "nchw_to_c8", map);
  }

  /** Copies a map [batch, channels, height, width] out of channel blocks. */
  public static KernelLaunch unblock(Node node, Shape map) {
    return reorder(node, "c8_to_nchw", map);
  }

  private static KernelLaunch reorder(Node node, String function, Shape map) {
    return new LaunchBuilder(node, "layout/" + function + ".cpu.cl", function)
        .buffers(node.input(0), node.output())
        .ints(map.toArray())
        .build(new NdRange(count(map.width()), map.height(), maps(map), TILES));
  }

  /** Whether an input lies in the layout that the kernel asks for: of rank 4, and computed. */
  public static boolean isComputedMap(NodeContext context, int input) {
    return context.input(input).rank() == 4 && !context.isStored(input);
  }

  /** Whether the epilogue's bias can be packed, and its residual lies as the output does. */
  public static boolean fitsEpilogue(NodeContext context) {
    Epilogue epilogue = context.node().epilogue();
    boolean biasFits = epilogue.bias() == null || context.stored().test(epilogue.bias());
    boolean residualFits =
        epilogue.residual() == null || !context.stored().test(epilogue.residual());
    return biasFits && residualFits;
  }

  /** The epilogue's bias as kernels on blocks read it; none if there is no bias. */
  public static List<PackedValue> packedBias(NodeContext context) {
    String bias = context.node().epilogue().bias();
    return bias == null ? List.of() : List.of(new PackedValue(bias, PER_CHANNEL));
  }

  /** The buffer of {@link #packedBias} for {@link LaunchBuilder#epilogue(String)}, or null. */
  public static String biasBuffer(NodeContext context) {
    String bias = context.node().epilogue().bias();
    return bias == null ? null : PER_CHANNEL.bufferOf(bias);
  }
}
