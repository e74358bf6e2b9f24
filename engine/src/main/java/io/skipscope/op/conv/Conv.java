package io.skipscope.op.conv;

import io.skipscope.device.HostTask;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two-dimensional convolution (cross-correlation, as networks use the word).
 *
 * <p>Inputs: x [batch, channels, height, width] and weight [outChannels, channels / groups,
 * kernelH, kernelW]; the bias belongs to the epilogue. Attributes: {@link ConvAttributes}.
 */
public final class Conv implements Operator {
  @Override
  public String name() {
    return "Conv";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(ConvGeometry.of(context).output());
  }

  @Override
  public Cost cost(NodeContext context) {
    long macs = ConvGeometry.of(context).macs();
    return Cost.of(context, macs, 2 * macs);
  }

  @Override
  public List<KernelVariant> variants() {
    return Stream.of(BlockedConvKernels.ALL, TiledConvKernels.ALL, ConvKernels.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public HostTask reference(NodeContext context) {
    return new ConvReference(context.node(), ConvGeometry.of(context));
  }

  @Override
  public boolean appliesEpilogue() {
    return true;
  }
}
