package io.skipscope.op.conv;

import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.op.PackedValue;
import io.skipscope.op.Packing;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The convolutions of a {@link ConvChain} as nodes of their own. They write values that the graph
 * does not have, and read parts of the chain's weights and biases, {@link #parts}.
 */
final class ConvChainSteps {
  private ConvChainSteps() {}

  static ConvChainAttributes attributes(NodeContext chain) {
    return (ConvChainAttributes) chain.node().attributes();
  }

  /** What downsamples, if there is something, then all steps. */
  static List<NodeContext> of(NodeContext chain) {
    Stream<NodeContext> before =
        attributes(chain).downsamples() ? Stream.of(downsampling(chain)) : Stream.empty();
    return Stream.concat(before, steps(chain)).toList();
  }

  private static Stream<NodeContext> steps(NodeContext chain) {
    return IntStream.range(0, attributes(chain).steps()).mapToObj(step -> step(chain, step));
  }

  /** The convolution of stride 2 before the steps. */
  static NodeContext downsampling(NodeContext chain) {
    Node node = chain.node();
    Epilogue epilogue =
        Epilogue.NONE.withBias(node.input(5)).withActivation(attributes(chain).activation());
    return convolution(chain, node.input(0), node.input(4), result(chain, -1), 2, 1, epilogue);
  }

  static NodeContext step(NodeContext chain, int step) {
    Node node = chain.node();
    ConvChainAttributes attributes = attributes(chain);
    Epilogue epilogue =
        Epilogue.NONE
            .withBias(part(chain, step).bufferOf(node.input(3)))
            .withActivation(attributes.activation());
    if (attributes.isSum(step)) {
      boolean isFirst = step == attributes.firstSum();
      String residual = isFirst ? shortcut(chain) : result(chain, step - 2);
      epilogue = epilogue.withResidual(residual, null, null);
    }
    String weight = part(chain, step).bufferOf(node.input(2));
    String output = result(chain, step);
    return convolution(chain, result(chain, step - 1), weight, output, 1, 1, epilogue);
  }

  /** The shortcut of a chain that downsamples, as a pointwise convolution by zeros and ones. */
  static NodeContext shortcutConvolution(NodeContext chain) {
    String weight = selection(chain).buffer();
    return convolution(chain, chain.node().input(0), weight, shortcut(chain), 2, 0, Epilogue.NONE);
  }

  /** The weight of {@link #shortcutConvolution}. */
  static PackedValue selection(NodeContext chain) {
    int before = attributes(chain).paddedChannels();
    Packing ones =
        new Packing(
            "padded" + before,
            weight -> {
              int channels = weight.shape().batch();
              int inChannels = weight.shape().channels();
              float[] selection = new float[channels * inChannels];
              for (int in = Math.max(0, -before);
                  in < Math.min(inChannels, channels - before);
                  in++) {
                selection[(before + in) * inChannels + in] = 1;
              }
              return selection;
            });
    return new PackedValue(chain.node().input(4), ones);
  }

  private static NodeContext convolution(
      NodeContext chain,
      String input,
      String weight,
      String output,
      int stride,
      int pad,
      Epilogue epilogue) {
    Node conv =
        new Node(
            chain.node().name(),
            "Conv",
            List.of(input, weight),
            output,
            ConvAttributes.of(stride, pad, 1));
    Shape from = input.equals(chain.node().input(0)) ? chain.input(0) : chain.output();
    int kernel = 2 * pad + 1;
    Shape weights = Shape.of(chain.output().channels(), from.channels(), kernel, kernel);
    return new NodeContext(
        conv.withEpilogue(epilogue),
        name -> name.equals(weight) ? weights : name.equals(input) ? from : chain.output(),
        name -> !isInner(chain, name) && chain.stored().test(name),
        chain.tuning());
  }

  /** The names of everything between the chain's inputs and its output. */
  static List<String> innerResults(NodeContext chain) {
    List<String> names = new ArrayList<>();
    if (attributes(chain).downsamples()) {
      names.add(shortcut(chain));
      names.add(result(chain, -1));
    }
    for (int step = 0; step < attributes(chain).steps() - 1; step++) {
      names.add(result(chain, step));
    }
    return names;
  }

  /** The weights and biases of each step, and what stands for the shortcut's weight. */
  static List<PackedValue> parts(NodeContext chain) {
    List<PackedValue> parts = new ArrayList<>();
    for (int step = 0; step < attributes(chain).steps(); step++) {
      parts.add(new PackedValue(chain.node().input(2), part(chain, step)));
      parts.add(new PackedValue(chain.node().input(3), part(chain, step)));
    }
    if (attributes(chain).downsamples()) {
      parts.add(selection(chain));
    }
    return parts;
  }

  /** One of as many equal parts of a value as there are steps. */
  private static Packing part(NodeContext chain, int step) {
    int steps = attributes(chain).steps();
    return new Packing(
        "part" + step + "of" + steps,
        tensor -> {
          int size = tensor.data().length / steps;
          return Arrays.copyOfRange(tensor.data(), step * size, (step + 1) * size);
        });
  }

  private static String shortcut(NodeContext chain) {
    return attributes(chain).downsamples() ? inner(chain) + "shortcut" : chain.node().input(1);
  }

  private static String result(NodeContext chain, int step) {
    if (step < 0) {
      return attributes(chain).downsamples() ? inner(chain) + "before" : chain.node().input(0);
    }
    boolean isLast = step == attributes(chain).steps() - 1;
    return isLast ? chain.node().output() : inner(chain) + step;
  }

  private static boolean isInner(NodeContext chain, String name) {
    return name.startsWith(inner(chain));
  }

  private static String inner(NodeContext chain) {
    return chain.node().name() + "#step ";
  }
}
