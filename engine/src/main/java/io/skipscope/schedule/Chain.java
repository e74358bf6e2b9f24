package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.tensor.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network as segments, one after the other. Between two of them only one value crosses, the
 * output of a residual block or the input of the first, so that devices can take turns there.
 *
 * @param graph prepared: shapes known and blocks found
 */
public record Chain(Graph graph, List<Segment> segments) {
  public Chain {
    segments = List.copyOf(segments);
  }

  public static Chain of(Graph graph) {
    return new Chain(graph, new Cutter(graph).segments());
  }

  public int size() {
    return segments.size();
  }

  /** Bytes of the value that crosses before a segment; 0 at both ends of the network. */
  public long bytesBefore(int segment) {
    return segment == 0 ? 0 : segments.get(segment - 1).outputBytes();
  }

  /** Bytes of the value that crosses after the last segment of a range that ends there. */
  public long bytesAfter(int to) {
    return to == size() ? 0 : bytesBefore(to);
  }

  /** Such as {@code stem, layer1.0 - layer2.3}, for a range of segments. */
  public String describe(int from, int to) {
    String first = segments.get(from).name();
    return to - from == 1 ? first : first + " - " + segments.get(to - 1).name();
  }

  /** Names of the nodes of a range of segments, in running order. */
  public List<String> nodes(int from, int to) {
    return segments.subList(from, to).stream().flatMap(s -> s.nodes().stream()).toList();
  }

  /** The segment of each node, by the node's name. */
  public Map<String, Integer> segmentOfNode() {
    Map<String, Integer> segmentOf = new HashMap<>();
    for (int index = 0; index < size(); index++) {
      for (String node : segments.get(index).nodes()) {
        segmentOf.put(node, index);
      }
    }
    return segmentOf;
  }

  /** Walks the nodes in running order and cuts where a single value is still to be read. */
  private static final class Cutter {
    private final Graph graph;
    private final Map<String, Integer> lastRead = new HashMap<>();
    private final Set<String> live;
    private final Set<String> borders = new HashSet<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<String> nodes = new ArrayList<>();

    Cutter(Graph graph) {
      this.graph = graph;
      live = new HashSet<>(graph.inputs());
      List<ResidualBlock> blocks = graph.blocks();
      blocks.forEach(block -> borders.add(block.output()));
      if (!blocks.isEmpty()) {
        borders.add(blocks.get(0).input());
      }
      for (int index = 0; index < graph.nodes().size(); index++) {
        for (String value : graph.nodes().get(index).reads()) {
          lastRead.put(value, index);
        }
      }
      graph.outputs().forEach(value -> lastRead.put(value, Integer.MAX_VALUE));
    }

    List<Segment> segments() {
      for (int index = 0; index < graph.nodes().size(); index++) {
        Node node = graph.nodes().get(index);
        nodes.add(node.name());
        live.addAll(node.writes());
        int done = index;
        live.removeIf(value -> lastRead.getOrDefault(value, -1) <= done);
        if (index + 1 < graph.nodes().size() && live.size() == 1) {
          cutIfBorder(live.iterator().next());
        }
      }
      segments.add(new Segment(name(), nodes, null, 0));
      return segments;
    }

    private void cutIfBorder(String value) {
      if (!borders.remove(value)) {
        return;
      }
      long bytes = (long) graph.shape(value).elementCount() * DataType.FLOAT32.sizeBytes();
      segments.add(new Segment(name(), nodes, value, bytes));
      nodes.clear();
    }

    private String name() {
      String blocks =
          graph.blocks().stream()
              .filter(block -> nodes.contains(graph.producer(block.output()).name()))
              .map(ResidualBlock::name)
              .collect(Collectors.joining(" + "));
      if (nodes.size() == graph.nodes().size()) {
        return "network";
      }
      String end = segments.isEmpty() ? "stem" : "head";
      return blocks.isEmpty() ? end : blocks;
    }
  }
}
