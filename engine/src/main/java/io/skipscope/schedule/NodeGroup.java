package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.tensor.DataType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Some nodes of a network that one device runs at a time, and what they exchange with the others.
 *
 * @param stage groups of the same number run side by side, the lower numbers first
 * @param name as people read it, unique in its plan
 * @param nodes in running order
 * @param reads values that other groups compute, or inputs of the network
 * @param writes values that other groups read, or outputs of the network
 */
public record NodeGroup(
    int stage, String name, List<String> nodes, List<String> reads, List<String> writes) {
  public NodeGroup {
    nodes = List.copyOf(nodes);
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }

  static NodeGroup of(Graph graph, int stage, String name, List<String> nodes) {
    return new NodeGroup(stage, name, nodes, reads(graph, nodes), writes(graph, nodes));
  }

  /** What some nodes read and do not compute: first the network's inputs, in their order. */
  static List<String> reads(Graph graph, List<String> nodes) {
    Set<String> own = new HashSet<>();
    nodes.forEach(node -> own.addAll(graph.node(node).writes()));
    List<String> read =
        nodes.stream()
            .flatMap(node -> graph.node(node).reads().stream())
            .filter(value -> !own.contains(value) && !graph.stored().containsKey(value))
            .distinct()
            .toList();
    return Stream.concat(graph.inputs().stream().filter(read::contains), read.stream())
        .distinct()
        .toList();
  }

  /** What some nodes compute that others read, or that is an output of the network. */
  static List<String> writes(Graph graph, List<String> nodes) {
    Set<String> own = new HashSet<>(nodes);
    return nodes.stream()
        .flatMap(node -> graph.node(node).writes().stream())
        .filter(value -> graph.outputs().contains(value) || isReadOutside(graph, value, own))
        .toList();
  }

  private static boolean isReadOutside(Graph graph, String value, Set<String> nodes) {
    return graph.consumers(value).stream().anyMatch(node -> !nodes.contains(node.name()));
  }

  /** Bytes in float of what other groups compute for this one. */
  long readBytes(Graph graph) {
    return bytes(graph, reads, graph.inputs()).sum();
  }

  /** Bytes in float of each value that this one computes for other groups. */
  LongStream writtenBytes(Graph graph) {
    return bytes(graph, writes, graph.outputs());
  }

  private static LongStream bytes(Graph graph, List<String> values, Collection<String> without) {
    return values.stream()
        .filter(value -> !without.contains(value))
        .mapToLong(value -> (long) graph.shape(value).elementCount())
        .map(count -> count * DataType.FLOAT32.sizeBytes());
  }
}
