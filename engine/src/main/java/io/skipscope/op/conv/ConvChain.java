package io.skipscope.op.conv;

import io.skipscope.device.HostTask;
import io.skipscope.error.GraphException;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Basic residual blocks of one size in one: 3x3 convolutions that follow each other, each with bias
 * and activation, every second one with a sum before its activation. The first sum adds the input
 * {@code shortcut}, later ones the result of two steps before, which is the sum before.
 *
 * <p>Inputs: x [batch, channels, height, width], shortcut of the same shape, the weights of all
 * steps [steps * channels, channels, 3, 3], their biases [steps * channels]. The output is the
 * result of the last step, which has a sum. Graphs as they are read have none of these; {@code
 * pass.FuseConvChains} makes them.
 */
public final class ConvChain implements Operator {
  private static final String NAME = "ConvChain";

  /**
   * A node of this operator.
   *
   * @param inputs as the class comment lists them
   * @param steps an odd number if {@code firstSum} is 0, an even one if it is 1
   * @param firstSum the first step with a sum, 0 or 1
   */
  public static Node node(
      String name,
      List<String> inputs,
      String output,
      int steps,
      int firstSum,
      Activation activation) {
    return new Node(
        name, NAME, inputs, output, new ConvChainAttributes(steps, firstSum, activation));
  }

  /** Whether a node may be a step: all of it but its activation, and what it adds. */
  public static boolean isStep(NodeContext context) {
    Epilogue epilogue = context.node().epilogue();
    if (!context.node().op().equals("Conv")
        || epilogue.bias() == null
        || epilogue.branchFactor() != null
        || epilogue.residualFactor() != null
        || !epilogue.stores().isEmpty()) {
      return false;
    }
    ConvGeometry g = ConvGeometry.of(context);
    return g.inChannels() == g.outChannels()
        && g.kernelH() == 3
        && g.kernelW() == 3
        && g.attributes().equals(ConvAttributes.of(1, 1, 1))
        && context.isStored(1)
        && context.stored().test(epilogue.bias());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    Shape shape = context.input(0, 4);
    int steps = ConvChainSteps.attributes(context).steps();
    Shape weight = Shape.of(steps * shape.channels(), shape.channels(), 3, 3);
    if (!context.input(1).equals(shape) || !context.input(2).equals(weight)) {
      throw new GraphException(
          context.node().name(),
          "a shortcut of " + context.input(1) + " and weights of " + context.input(2),
          shape + " and " + weight);
    }
    return List.of(shape);
  }

  @Override
  public Cost cost(NodeContext context) {
    int steps = ConvChainSteps.attributes(context).steps();
    long macs = steps * ConvGeometry.of(ConvChainSteps.step(context, 0)).macs();
    return Cost.of(context, macs, 2 * macs);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(new BlockedConvChain(), new StepwiseConvChain());
  }

  @Override
  public HostTask reference(NodeContext context) {
    return StepwiseConvChain.host(context);
  }
}
