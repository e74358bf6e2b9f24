package io.skipscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.op.AutoPad;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.pool.PoolAttributes;
import io.skipscope.pass.InferShapes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.zoo.Zoo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArithmeticTest {
  private static final int PLACES = 125;
  private static final double TOLERANCE = 1e-4;
  private static final Set<String> UNEXPLAINED = Set.of("Slice", "Pad");

  static List<Graph> nets() {
    return List.of(Zoo.build("resnet20", 1), zoo("resnet18"), zoo("mobilenet_v2:0.5"), windows());
  }

  private static Graph zoo(String name) {
    return InferShapes.withInputs(Zoo.build(name, 2), Map.of("input", Shape.of(1, 3, 64, 64)));
  }

  /** Every kind of window: groups, dilation, uneven padding, averages with and without padding. */
  private static Graph windows() {
    var graph = Graph.builder("windows");
    String x = graph.input("input", Shape.of(1, 4, 15, 13));
    graph.store("weight", Role.PARAMETER, RandomTensors.of(3, 6, 2, 3, 2));
    var conv = new ConvAttributes(2, 1, 1, 2, 0, 1, 1, 2, 2);
    String y = graph.node(new Node("conv", "Conv", List.of(x, "weight"), "conv", conv));
    pool(graph, "AveragePool", "padded", y, true);
    pool(graph, "AveragePool", "unpadded", y, false);
    pool(graph, "MaxPool", "greatest", y, false);
    graph.node(new Node("sum", "Add", List.of("padded", "unpadded"), "sum", AddAttributes.PLAIN));
    return graph.output("greatest").output("sum").build();
  }

  private static void pool(GraphBuilder graph, String op, String name, String x, boolean padding) {
    var window = new PoolAttributes(3, 2, 2, 2, 1, 1, 1, 0, 1, 1, true, padding, AutoPad.NONE);
    graph.node(new Node(name, op, List.of(x), name, window));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theTermsAddUpToTheNumberThatWasTapped(Graph graph) {
    try (TappedNet net = new TappedNet(graph)) {
      Map<String, Tensor> numbers = net.run(RandomTensors.of(5, net.inputShape()));
      Random random = new Random(7);
      for (int explained = 0; explained < PLACES; ) {
        NumberPlace place = net.anyPlace(random);
        Optional<Arithmetic> found =
            Arithmetic.of(net.graph(), place, numbers::get, net.graph().factors()::get);
        String op = net.graph().producer(place.value()).op();
        assertEquals(!UNEXPLAINED.contains(op), found.isPresent(), op);
        if (found.isPresent()) {
          check(found.get(), numbers.get(place.value()), place);
          explained++;
        }
      }
    }
  }

  private static void check(Arithmetic arithmetic, Tensor value, NumberPlace place) {
    float tapped = value.data()[place.index(value.shape())];
    assertEquals(
        tapped,
        arithmetic.result(),
        TOLERANCE * Math.max(arithmetic.magnitude(), 1e-30),
        place.toString());
    assertTrue(Double.isFinite(arithmetic.result()), place.toString());
  }
}
