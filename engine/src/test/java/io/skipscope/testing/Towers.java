package io.skipscope.testing;

import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.movement.ConcatAttributes;
import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A network whose input goes through equal towers of 3x3 convolutions, each with a ReLU, that a sum
 * or a concatenation joins before the classifier.
 */
public final class Towers {
  private static final int CLASSES = 10;

  private final GraphBuilder graph = Graph.builder("towers");
  private final Random random = new Random(3);

  private Towers() {}

  /**
   * Prepared.
   *
   * @param join {@code Add}, for two towers, or {@code Concat}
   * @param convolutions of each tower
   * @param size height and width of the maps
   */
  public static Graph of(String join, int towers, int convolutions, int channels, int size) {
    return new Towers().build(join, towers, convolutions, channels, size);
  }

  private Graph build(String join, int towers, int convolutions, int channels, int size) {
    String input = graph.input("input", Shape.of(1, 3, size, size));
    String stem = convolution("stem", input, 3, channels);
    List<String> ends = new ArrayList<>();
    for (int tower = 0; tower < towers; tower++) {
      String value = stem;
      for (int index = 0; index < convolutions; index++) {
        value = convolution("tower" + tower + "." + index, value, channels, channels);
      }
      ends.add(value);
    }
    boolean isConcat = join.equals("Concat");
    Attributes attributes = isConcat ? new ConcatAttributes(1) : AddAttributes.PLAIN;
    String joined = graph.node(new Node("join", join, ends, "join", attributes));
    return Passes.prepare(
        graph.output(head(joined, isConcat ? towers * channels : channels)).build());
  }

  private String convolution(String name, String x, int from, int to) {
    String weight = parameter(name + ".weight", Shape.of(to, from, 3, 3), from * 9);
    ConvAttributes attributes = ConvAttributes.of(1, 1, 1);
    graph.node(new Node(name, "Conv", List.of(x, weight), name, attributes));
    return graph.node(
        new Node(
            name + ".relu",
            "Activation",
            List.of(name),
            name + ".relu",
            new ActivationAttributes(Activation.RELU)));
  }

  private String head(String x, int channels) {
    graph.node(new Node("pool", "GlobalAveragePool", List.of(x), "pool", Attributes.NONE));
    graph.node(
        new Node("flat", "Reshape", List.of("pool"), "flat", new ReshapeAttributes.Flatten(1)));
    String weight = parameter("fc.weight", Shape.of(CLASSES, channels), channels);
    String bias = parameter("fc.bias", Shape.of(CLASSES), 1);
    return graph.node(
        new Node("fc", "Gemm", List.of("flat", weight), "fc", Attributes.NONE)
            .withEpilogue(Epilogue.NONE.withBias(bias)));
  }

  /** Keeps the size of what ReLUs let through. */
  private String parameter(String name, Shape shape, int fanIn) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / fanIn));
    }
    return graph.store(name, Role.PARAMETER, tensor);
  }
}
