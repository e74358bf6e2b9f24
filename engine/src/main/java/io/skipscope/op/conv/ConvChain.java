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
 * Basic residual blocks in one: stages that follow each other, each of 3x3 convolutions on maps of
 * one size. Each convolution has a bias and an activation, every second one a sum before its
 * activation. The first sum of the first stage adds the input {@code shortcut}, that of a later
 * stage what this stage reads; later sums add the result of two steps before, which is the sum
 * before.
 *
 * <p>Inputs: x [batch, channels, height, width], shortcut of the same shape, and for each stage the
 * weights of all its steps [steps * channels, channels, 3, 3] and their biases [steps * channels].
 * The output is the result of the last step, which has a sum.
 *
 * <p>A stage may begin with a convolution of stride 2 whose shortcut has no weights (He et al.,
 * "Deep Residual Learning for Image Recognition", 2015, option A): see {@link
 * ConvStage#downsamples}. Then it reads [batch, inChannels, inHeight, inWidth], shortcut is x
 * itself if it is the first, and two inputs more follow its biases: that convolution's weight
 * [channels, inChannels, 3, 3] and bias.
 *
 * <p>Graphs as they are read have none of these; {@code pass.FuseConvChains} makes them, and {@code
 * pass.JoinConvChains} makes one of several.
 */
public final class ConvChain implements Operator {
  public static final String NAME = "ConvChain";

  private static final String RANGE = "..";

  /** Inputs before weights and biases: x and shortcut. */
  public static final int MAPS = 2;

  /**
   * A node of this operator.
   *
   * @param inputs as the class comment lists them
   */
  public static Node node(
      String name, List<String> inputs, String output, ConvChainAttributes attributes) {
    return new Node(name, NAME, inputs, output, attributes);
  }

  /**
   * The name of a chain of nodes, such as {@code layer1.0.conv1..layer1.2.conv2}.
   *
   * @param first the first of them, or the name of a chain that begins with it
   * @param last the last of them, or the name of a chain that ends with it
   */
  public static String name(String first, String last) {
    return ends(first).get(0) + RANGE + ends(last).get(1);
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
    List<NodeContext> stages = ConvChainStages.of(context);
    return List.of(stages.get(stages.size() - 1).output());
  }

  /**
   * What a chain of one stage gives.
   *
   * @throws GraphException if its inputs do not fit each other
   */
  static Shape stageShape(NodeContext stage) {
    ConvStage attributes = ConvChainSteps.attributes(stage);
    Shape input = stage.input(0, 4);
    int channels = stage.input(2, 4).channels();
    Shape shape = attributes.downsamples() ? halved(input, channels) : input;
    Shape shortcut = attributes.downsamples() ? input : shape;
    Shape weight = Shape.of(attributes.steps() * shape.channels(), shape.channels(), 3, 3);
    if (!stage.input(1).equals(shortcut) || !stage.input(2).equals(weight)) {
      throw new GraphException(
          stage.node().name(),
          "a shortcut of " + stage.input(1) + " and weights of " + stage.input(2),
          shortcut + " and " + weight);
    }
    return shape;
  }

  private static Shape halved(Shape input, int channels) {
    return Shape.of(input.batch(), channels, (input.height() + 1) / 2, (input.width() + 1) / 2);
  }

  @Override
  public Cost cost(NodeContext context) {
    long macs =
        ConvChainStages.of(context).stream()
            .flatMap(stage -> ConvChainSteps.of(stage).stream())
            .mapToLong(step -> ConvGeometry.of(step).macs())
            .sum();
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
