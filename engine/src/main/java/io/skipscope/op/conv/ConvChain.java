package io.skipscope.op.conv;

import io.skipscope.device.HostTask;
import io.skipscope.error.GraphException;
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
 * result of the last step, which has a sum.
 *
 * <p>A stage may begin with a convolution of stride 2 whose shortcut has no weights (He et al.,
 * "Deep Residual Learning for Image Recognition", 2015, option A): see {@link
 * ConvChainAttributes#downsamples}. Then x has [batch, inChannels, inHeight, inWidth], shortcut is
 * x itself, and two inputs more are that convolution's weight [channels, inChannels, 3, 3] and
 * bias.
 *
 * <p>Graphs as they are read have none of these; {@code pass.FuseConvChains} makes them.
 */
public final class ConvChain implements Operator {
  private static final String NAME = "ConvChain";

  private static final String RANGE = "..";

  /**
   * A node of this operator.
   *
   * @param inputs as the class comment lists them
   */
  public static Node node(
      String name, List<String> inputs, String output, ConvChainAttributes attributes) {
    return new Node(name, NAME, inputs, output, attributes);
  }

  /** The name of a chain of nodes, such as {@code layer1.0.conv1..layer1.2.conv2}. */
  public static String name(String first, String last) {
    return first + RANGE + last;
  }

  /** The first and the last node that a node of this name stands for; both itself if it is none. */
  public static List<String> ends(String name) {
    int firstEnd = name.indexOf(RANGE);
    return firstEnd < 0
        ? List.of(name, name)
        : List.of(name.substring(0, firstEnd), name.substring(firstEnd + RANGE.length()));
  }

  /** Whether a node may be a step: all of it but its activation, and what it adds. */
  public static boolean isStep(NodeContext context) {
    return isConvolution(context, ConvAttributes.of(1, 1, 1))
        && context.input(0).channels() == context.output().channels();
  }

  /** Whether a node may be the convolution before all steps, likewise. */
  public static boolean isDownsampling(NodeContext context) {
    return isConvolution(context, ConvAttributes.of(2, 1, 1))
        && context.node().epilogue().residual() == null;
  }

  private static boolean isConvolution(NodeContext context, ConvAttributes attributes) {
    Node node = context.node();
    Epilogue epilogue = node.epilogue();
    return node.op().equals("Conv")
        && node.attributes().equals(attributes)
        && context.isStored(1)
        && context.input(1).height() == 3
        && context.input(1).width() == 3
        && epilogue.bias() != null
        && context.stored().test(epilogue.bias())
        && epilogue.branchFactor() == null
        && epilogue.residualFactor() == null
        && epilogue.stores().isEmpty();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Shape> inferShapes(NodeContext context) {
    ConvChainAttributes attributes = ConvChainSteps.attributes(context);
    Shape input = context.input(0, 4);
    int channels = context.input(2, 4).channels();
    Shape shape = attributes.downsamples() ? halved(input, channels) : input;
    Shape shortcut = attributes.downsamples() ? input : shape;
    Shape weight = Shape.of(attributes.steps() * shape.channels(), shape.channels(), 3, 3);
    if (!context.input(1).equals(shortcut) || !context.input(2).equals(weight)) {
      throw new GraphException(
          context.node().name(),
          "a shortcut of " + context.input(1) + " and weights of " + context.input(2),
          shortcut + " and " + weight);
    }
    return List.of(shape);
  }

  private static Shape halved(Shape input, int channels) {
    return Shape.of(input.batch(), channels, (input.height() + 1) / 2, (input.width() + 1) / 2);
  }

  @Override
  public Cost cost(NodeContext context) {
    long macs =
        ConvChainSteps.of(context).stream().mapToLong(step -> ConvGeometry.of(step).macs()).sum();
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
