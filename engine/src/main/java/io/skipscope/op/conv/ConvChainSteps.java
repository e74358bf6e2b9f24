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

/**
 * The convolutions of a {@link ConvChain} as nodes of their own. They write values that the graph
 * does not have, and read parts of the chain's weights and biases, {@link #parts}.
 */
final class ConvChainSteps {
  private ConvChainSteps() {}

  static ConvChainAttributes attributes(NodeContext chain) {
    return (ConvChainAttributes) chain.node().attributes();
  }

  static List<NodeContext> of(NodeContext chain) {
    return IntStream.range(0, attributes(chain).steps()).mapToObj(i -> step(chain, i)).toList();
  }

  static NodeContext step(NodeContext chain, int step) {
    Node node = chain.node();
    ConvChainAttributes attributes = attributes(chain);
    Epilogue epilogue =
        Epilogue.NONE
            .withBias(part(chain, step).bufferOf(node.input(3)))
            .withActivation(attributes.activation());
    if (attributes.isSum(step)) {
      String residual = step == attributes.firstSum() ? node.input(1) : result(chain, step - 2);
      epilogue = epilogue.withResidual(residual, null, null);
    }
    String weight = part(chain, step).bufferOf(node.input(2));
    List<String> inputs = List.of(result(chain, step - 1), weight);
    String output = result(chain, step);
    Node conv = new Node(node.name(), "Conv", inputs, output, ConvAttributes.of(1, 1, 1));
    Shape map = chain.input(0);
    Shape weights = Shape.of(map.channels(), map.channels(), 3, 3);
    return new NodeContext(
        conv.withEpilogue(epilogue),
        name -> name.equals(weight) ? weights : map,
        name -> !name.startsWith(inner(chain)) && chain.stored().test(name),
        chain.tuning());
  }

  /** The names of what all steps but the last one write. */
  static List<String> innerResults(NodeContext chain) {
    return IntStream.range(0, attributes(chain).steps() - 1)
        .mapToObj(step -> result(chain, step))
        .toList();
  }

  /** The weights and biases of each step. */
  static List<PackedValue> parts(NodeContext chain) {
    List<PackedValue> parts = new ArrayList<>();
    for (int step = 0; step < attributes(chain).steps(); step++) {
      parts.add(new PackedValue(chain.node().input(2), part(chain, step)));
      parts.add(new PackedValue(chain.node().input(3), part(chain, step)));
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

  private static String result(NodeContext chain, int step) {
    if (step < 0) {
      return chain.node().input(0);
    }
    boolean isLast = step == attributes(chain).steps() - 1;
    return isLast ? chain.node().output() : inner(chain) + step;
  }

  private static String inner(NodeContext chain) {
    return chain.node().name() + "#step";
  }
}
