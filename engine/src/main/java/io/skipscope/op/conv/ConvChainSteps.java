package io.skipscope.op.conv;

import io.skipscope.graph.Activation;
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
 * The convolutions of one stage of a {@link ConvChain} as nodes of their own; see {@link
 * ConvChainStages}. They write values that the graph does not have, and read parts of the stage's
 * weights and biases, {@link #parts}.
 */
final class ConvChainSteps {
  private ConvChainSteps() {}

  /** What a chain of one stage does. */
  static ConvStage attributes(NodeContext stage) {
    return ((ConvChainAttributes) stage.node().attributes()).stages().get(0);
  }

  private static Activation activation(NodeContext stage) {
    return ((ConvChainAttributes) stage.node().attributes()).activation();
  }

  /** What downsamples, if there is something, then all steps. */
  static List<NodeContext> of(NodeContext stage) {
    Stream<NodeContext> before =
        attributes(stage).downsamples() ? Stream.of(downsampling(stage)) : Stream.empty();
    return Stream.concat(before, steps(stage)).toList();
  }

  private static Stream<NodeContext> steps(NodeContext stage) {
    return IntStream.range(0, attributes(stage).steps()).mapToObj(step -> step(stage, step));
  }

  /** The convolution of stride 2 before the steps. */
  static NodeContext downsampling(NodeContext stage) {
    Node node = stage.node();
    Epilogue epilogue = Epilogue.NONE.withBias(node.input(5)).withActivation(activation(stage));
    return convolution(stage, node.input(0), node.input(4), result(stage, -1), 2, 1, epilogue);
  }

  static NodeContext step(NodeContext stage, int step) {
    Node node = stage.node();
    ConvStage attributes = attributes(stage);
    Epilogue epilogue =
        Epilogue.NONE
            .withBias(part(stage, step).bufferOf(node.input(3)))
            .withActivation(activation(stage));
    if (attributes.isSum(step)) {
      boolean isFirst = step == attributes.firstSum();
      String residual = isFirst ? shortcut(stage) : result(stage, step - 2);
      epilogue = epilogue.withResidual(residual, null, null);
    }
    String weight = part(stage, step).bufferOf(node.input(2));
    String output = result(stage, step);
    return convolution(stage, result(stage, step - 1), weight, output, 1, 1, epilogue);
  }

  /** The shortcut of a stage that downsamples, as a pointwise convolution by zeros and ones. */
  static NodeContext shortcutConvolution(NodeContext stage) {
    String weight = selection(stage).buffer();
    return convolution(stage, stage.node().input(0), weight, shortcut(stage), 2, 0, Epilogue.NONE);
  }

  /** The weight of {@link #shortcutConvolution}. */
  static PackedValue selection(NodeContext stage) {
    int before = attributes(stage).paddedChannels();
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
    return new PackedValue(stage.node().input(4), ones);
  }

  private static NodeContext convolution(
      NodeContext stage,
      String input,
      String weight,
      String output,
      int stride,
      int pad,
      Epilogue epilogue) {
    Node conv =
        new Node(
            stage.node().name(),
            "Conv",
            List.of(input, weight),
            output,
            ConvAttributes.of(stride, pad, 1));
    Shape from = input.equals(stage.node().input(0)) ? stage.input(0) : stage.output();
    int kernel = 2 * pad + 1;
    Shape weights = Shape.of(stage.output().channels(), from.channels(), kernel, kernel);
    return new NodeContext(
        conv.withEpilogue(epilogue),
        name -> name.equals(weight) ? weights : name.equals(input) ? from : stage.output(),
        name -> !isInner(stage, name) && stage.stored().test(name),
        stage.tuning());
  }

  /** The names of everything between the stage's inputs and its output. */
  static List<String> innerResults(NodeContext stage) {
    List<String> names = new ArrayList<>();
    if (attributes(stage).downsamples()) {
      names.add(shortcut(stage));
      names.add(result(stage, -1));
    }
    for (int step = 0; step < attributes(stage).steps() - 1; step++) {
      names.add(result(stage, step));
    }
    return names;
  }

  /** The weights and biases of each step, and what stands for the shortcut's weight. */
  static List<PackedValue> parts(NodeContext stage) {
    List<PackedValue> parts = new ArrayList<>();
    for (int step = 0; step < attributes(stage).steps(); step++) {
      parts.add(new PackedValue(stage.node().input(2), part(stage, step)));
      parts.add(new PackedValue(stage.node().input(3), part(stage, step)));
    }
    if (attributes(stage).downsamples()) {
      parts.add(selection(stage));
    }
    return parts;
  }

  /** One of as many equal parts of a value as there are steps. */
  private static Packing part(NodeContext stage, int step) {
    int steps = attributes(stage).steps();
    return new Packing(
        "part" + step + "of" + steps,
        tensor -> {
          int size = tensor.data().length / steps;
          return Arrays.copyOfRange(tensor.data(), step * size, (step + 1) * size);
        });
  }

  private static String shortcut(NodeContext stage) {
    return attributes(stage).downsamples() ? inner(stage) + "shortcut" : stage.node().input(1);
  }

  private static String result(NodeContext stage, int step) {
    if (step < 0) {
      return attributes(stage).downsamples() ? inner(stage) + "before" : stage.node().input(0);
    }
    boolean isLast = step == attributes(stage).steps() - 1;
    return isLast ? stage.node().output() : inner(stage) + step;
  }

  private static boolean isInner(NodeContext stage, String name) {
    return name.startsWith(inner(stage));
  }

  private static String inner(NodeContext stage) {
    return stage.node().output() + "#step ";
  }
}
