package io.skipscope.op.norm;

import io.skipscope.device.HostTask;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.NdRange;
import io.skipscope.error.GraphException;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.op.ReferenceVariant;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Batch normalisation with given statistics, as in inference.
 *
 * <p>Inputs: x [batch, channels, ...], then gamma, beta, mean and variance [channels]. Attributes:
 * {@link BatchNormAttributes}. Source: Ioffe, Szegedy, "Batch Normalization", 2015, algorithm 2.
 */
public final class BatchNorm implements Operator {
  private static final List<String> PARAMETERS = List.of("gamma", "beta", "mean", "variance");
  private static final int FLOPS_PER_ELEMENT = 5;
  private static final KernelVariant REFERENCE =
      ReferenceVariant.of("batch_norm.ref", BatchNorm::launch);

  @Override
  public String name() {
    return "BatchNorm";
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    String node = context.node().name();
    Shape input = context.input(0);
    if (input.rank() < 2) {
      throw new GraphException(node, "an input of " + input, "[batch, channels, ...]");
    }
    for (int i = 0; i < PARAMETERS.size(); i++) {
      Shape parameter = context.input(1 + i);
      if (!parameter.equals(Shape.of(input.channels()))) {
        throw new GraphException(
            node,
            PARAMETERS.get(i) + " of " + parameter + " for an input of " + input,
            "one number for each of " + input.channels() + " channels");
      }
    }
    return List.of(input);
  }

  @Override
  public Cost cost(NodeContext context) {
    return Cost.elementwise(context, FLOPS_PER_ELEMENT);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(BlockedBatchNorm.VARIANT, REFERENCE);
  }

  @Override
  public HostTask reference(NodeContext context) {
    return new BatchNormReference(context.node(), context.input(0));
  }

  @Override
  public boolean appliesEpilogue() {
    return true;
  }

  /** Axes after the second are seen as rows of the third axis' count. */
  private static KernelLaunch launch(NodeContext context) {
    Node node = context.node();
    Shape input = context.input(0);
    int rows = input.rank() > 2 ? input.extent(2) : 1;
    int columns = input.product(Math.min(3, input.rank()), input.rank());
    return new LaunchBuilder(node, "norm/batch_norm.ref.cl", "batch_norm")
        .buffers(node.inputs().toArray(String[]::new))
        .buffers(node.output())
        .epilogue()
        .ints(input.batch(), input.channels(), rows, columns)
        .floats(((BatchNormAttributes) node.attributes()).epsilon())
        .build(NdRange.of(columns, rows, (long) input.batch() * input.channels()));
  }
}
