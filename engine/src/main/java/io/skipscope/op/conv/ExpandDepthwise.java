package io.skipscope.op.conv;

import io.skipscope.device.HostTask;
import io.skipscope.graph.Activation;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.Cost;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operator;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The first two convolutions of an inverted residual block in one: pointwise with bias and
 * activation, then depthwise. What lies between them is several times as large as what goes in, and
 * never exists as a whole.
 *
 * <p>Inputs: x [batch, channels, height, width], the pointwise weight [expanded, channels, 1, 1],
 * the depthwise weight [expanded, 1, kernelH, kernelW], the pointwise bias [expanded]; the epilogue
 * is that of the depthwise convolution. Graphs as they are read have none of these; {@code
 * pass.FuseExpandDepthwise} makes them.
 */
public final class ExpandDepthwise implements Operator {
  private static final String NAME = "ExpandDepthwise";

  /**
   * The node that computes what both of these compute, if they are such a pair.
   *
   * @param expand writes the first input of {@code depthwise}, and its stores may get lost
   */
  public static Optional<Node> of(NodeContext expand, NodeContext depthwise) {
    return isExpansion(expand) && isDepthwise(depthwise)
        ? Optional.of(fused(expand.node(), depthwise.node()))
        : Optional.empty();
  }

  /**
   * A node of this operator.
   *
   * @param inputs as the class comment lists them
   */
  public static Node node(
      String name,
      List<String> inputs,
      String output,
      Activation expandActivation,
      ConvAttributes depthwise) {
    return new Node(
        name, NAME, inputs, output, new ExpandDepthwiseAttributes(expandActivation, depthwise));
  }

  private static boolean isExpansion(NodeContext context) {
    Epilogue epilogue = context.node().epilogue();
    if (!context.node().op().equals("Conv")
        || epilogue.bias() == null
        || epilogue.residual() != null) {
      return false;
    }
    ConvGeometry g = ConvGeometry.of(context);
    return g.isPointwise() && g.attributes().strideH() == 1 && g.attributes().strideW() == 1;
  }

  private static boolean isDepthwise(NodeContext context) {
    if (!context.node().op().equals("Conv")) {
      return false;
    }
    ConvGeometry g = ConvGeometry.of(context);
    return g.isDepthwise()
        && g.outChannels() == g.inChannels()
        && g.attributes().dilationH() == 1
        && g.attributes().dilationW() == 1;
  }

  private static Node fused(Node expand, Node depthwise) {
    Epilogue first = expand.epilogue();
    List<String> inputs =
        List.of(expand.input(0), expand.input(1), depthwise.input(1), first.bias());
    ConvAttributes geometry = (ConvAttributes) depthwise.attributes();
    return node(depthwise.name(), inputs, depthwise.output(), first.activation(), geometry)
        .withEpilogue(depthwise.epilogue());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean appliesEpilogue() {
    return true;
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    return List.of(ExpandDepthwiseParts.of(context).depthwiseGeometry().output());
  }

  @Override
  public Cost cost(NodeContext context) {
    ExpandDepthwiseParts parts = ExpandDepthwiseParts.of(context);
    long macs = parts.expandGeometry().macs() + parts.depthwiseGeometry().macs();
    return Cost.of(context, macs, 2 * macs);
  }

  @Override
  public List<KernelVariant> variants() {
    return List.of(BlockedExpandDepthwise.VARIANT, new ExpandThenDepthwise());
  }

  @Override
  public HostTask reference(NodeContext context) {
    return ExpandThenDepthwise.host(ExpandDepthwiseParts.of(context));
  }
}
