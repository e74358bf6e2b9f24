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
import io.skipscope.op.TiledMaps;
import io.skipscope.op.TiledVariant;
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
  private static final KernelVariant TILED =
      TiledVariant.of(
          "batch_norm_run.gpu",
          context -> TiledMaps.onlyActivates(context.node()),
          1,
          0,
          BatchNorm::tiledLaunch);
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
    return List.of(BlockedBatchNorm.VARIANT, TILED, REFERENCE);
  }

  @Override
  public HostTask reference(NodeContext context) {
    return new BatchNormReference(context.node(), context.input(0));
  }

  @Override
  public boolean appliesEpilogue() {
    return true;
  }

  private static KernelLaunch launch(NodeContext context) {
    LaunchBuilder launch = begin(context.node(), "batch_norm", ".ref.cl").epilogue();
    int[] extents = extents(context);
    return numbers(launch, context, extents)
        .build(NdRange.of(extents[3], extents[2], (long) extents[0] * extents[1]));
  }

  private static KernelLaunch tiledLaunch(NodeContext context) {
    Node node = context.node();
    LaunchBuilder launch =
        begin(node, "batch_norm_run", ".gpu.cl").activation(node.epilogue().activation());
    int[] extents = extents(context);
    return numbers(launch, context, extents)
        .build(TiledMaps.vectors(extents[3], extents[2], (long) extents[0] * extents[1]));
  }

  private static LaunchBuilder begin(Node node, String function, String suffix) {
    return new LaunchBuilder(node, "norm/" + function + suffix, function)
        .buffers(node.inputs().toArray(String[]::new))
        .buffers(node.output());
  }

  private static LaunchBuilder numbers(LaunchBuilder launch, NodeContext context, int[] extents) {
    BatchNormAttributes attributes = (BatchNormAttributes) context.node().attributes();
    return launch.ints(extents).floats(attributes.epsilon());
  }

  /** Batch, channels, rows and columns: axes after the third are seen as columns. */
  private static int[] extents(NodeContext context) {
    Shape input = context.input(0);
    int rows = input.rank() > 2 ? input.extent(2) : 1;
    int columns = input.product(Math.min(3, input.rank()), input.rank());
    return new int[] {input.batch(), input.channels(), rows, columns};
  }
}
