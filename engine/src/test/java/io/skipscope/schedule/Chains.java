package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.op.softmax.SoftmaxAttributes;
import io.skipscope.pass.Passes;
import io.skipscope.tensor.Shape;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Chains, and costs whose numbers tests can tell. */
final class Chains {
  private static final CopyCost FREE = new CopyCost(0, 1e9);

  private Chains() {}

  /** One segment more than borders; no value has rows that could be shared out. */
  static Chain ofBorders(List<Integer> bytes) {
    GraphBuilder builder = Graph.builder("chain");
    String value = builder.input("in", Shape.of(1, 2));
    for (int index = 0; index <= bytes.size(); index++) {
      value =
          builder.node(
              new Node(
                  "s" + index, "Softmax", List.of(value), "v" + index, new SoftmaxAttributes(1)));
    }
    Graph graph = Passes.prepare(builder.output(value).build());
    List<Segment> segments =
        IntStream.rangeClosed(0, bytes.size())
            .mapToObj(
                i -> new Segment("s" + i, List.of("s" + i), border(bytes, i), bytesAfter(bytes, i)))
            .toList();
    return new Chain(graph, segments);
  }

  /** One of the zoo on square inputs, with random weights and 10 classes. */
  static Chain ofNetwork(String name, int size) {
    return Chain.of(
        Passes.prepare(
            Zoo.architecture(name).build(HeInitialisation.withRandomBatchNorm(5), 10, size, size)));
  }

  private static String border(List<Integer> bytes, int segment) {
    return segment == bytes.size() ? null : "v" + segment;
  }

  private static long bytesAfter(List<Integer> bytes, int segment) {
    return segment == bytes.size() ? 0 : bytes.get(segment);
  }

  /** What the segments of a chain take of a frame, as their first nodes' shares. */
  static Map<String, Double> shares(Chain chain, List<Double> bySegment) {
    Map<String, Double> shares = new HashMap<>();
    for (int segment = 0; segment < chain.size(); segment++) {
      shares.put(chain.nodes(segment, segment + 1).get(0), bySegment.get(segment));
    }
    return shares;
  }

  /** The shares of the nodes of {@link #ofBorders}. */
  static Map<String, Double> shares(List<Double> bySegment) {
    Map<String, Double> shares = new HashMap<>();
    IntStream.range(0, bySegment.size()).forEach(i -> shares.put("s" + i, bySegment.get(i)));
    return shares;
  }

  /** A device on which copies cost nothing and others do not matter. */
  static DeviceCost cost(String device, double millis, Double... shares) {
    return cost(device, millis, millis, 0, shares(List.of(shares)));
  }

  /** Likewise, where the others do matter, and a stream takes its time to start. */
  static DeviceCost cost(
      String device,
      double aloneMillis,
      double togetherMillis,
      double startMillis,
      Map<String, Double> shares) {
    FrameCost alone = new FrameCost(aloneMillis, shares);
    FrameCost together = new FrameCost(togetherMillis, shares);
    return new DeviceCost(
        device, alone, together, startMillis, alone.millis(), 0, FREE, FREE, FREE, Map.of());
  }
}
