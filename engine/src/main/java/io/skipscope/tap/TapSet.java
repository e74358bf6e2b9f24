package io.skipscope.tap;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that a run hands out. Immutable; part of a plan's key. */
public record TapSet(List<TapPoint> points) {
  public static final TapSet NONE = new TapSet(List.of());

  public TapSet {
    points = List.copyOf(points);
  }

  /** Names of the values that passes must leave alone. */
  public Set<String> values() {
    Set<String> names = new LinkedHashSet<>();
    points.forEach(point -> names.add(point.value()));
    return names;
  }

  /** The five taps of every block ({@code layer2.0.input|residual|shortcut|sum|output}). */
  public static TapSet blocks(Graph graph) {
    List<TapPoint> points = new ArrayList<>();
    graph.blocks().forEach(block -> addBlock(points, block));
    return new TapSet(points);
  }

  /** What every block hands on ({@code layer2.0.output}). */
  public static TapSet blockOutputs(Graph graph) {
    return new TapSet(
        graph.blocks().stream()
            .map(block -> new TapPoint(block.name() + ".output", block.output(), false))
            .toList());
  }

  /** The result of every node, under the node's name, and the five taps of every block. */
  public static TapSet all(Graph graph) {
    List<TapPoint> points = new ArrayList<>();
    for (Node node : graph.nodes()) {
      points.add(new TapPoint(node.name(), node.output(), false));
    }
    graph.blocks().forEach(block -> addBlock(points, block));
    return new TapSet(points);
  }

  /**
   * Taps by name: block taps, a block's name for all five, nodes, values and their source names.
   *
   * @param graph with its blocks found, before values are folded away
   * @throws InputException if a name is none of these; the message offers names that are near
   */
  public static TapSet named(Graph graph, Collection<String> names) {
    Map<String, String> known = knownNames(graph);
    List<TapPoint> points = new ArrayList<>();
    for (String name : names) {
      ResidualBlock block =
          graph.blocks().stream().filter(b -> b.name().equals(name)).findFirst().orElse(null);
      if (block != null) {
        addBlock(points, block);
      } else if (known.containsKey(name)) {
        points.add(new TapPoint(name, known.get(name), false));
      } else {
        throw new InputException("tap " + name, "no such value", near(name, known));
      }
    }
    return new TapSet(points);
  }

  /** The same points, of which only statistics leave the device. */
  public TapSet statsOnly() {
    return new TapSet(points.stream().map(p -> new TapPoint(p.name(), p.value(), true)).toList());
  }

  private static void addBlock(List<TapPoint> points, ResidualBlock block) {
    block.taps().forEach((name, value) -> points.add(new TapPoint(name, value, false)));
  }

  private static Map<String, String> knownNames(Graph graph) {
    Map<String, String> known = new LinkedHashMap<>();
    for (Value value : graph.values().values()) {
      if (!value.role().isStored()) {
        value.sourceNames().forEach(source -> known.putIfAbsent(source, value.name()));
      }
    }
    for (Value value : graph.values().values()) {
      if (!value.role().isStored()) {
        known.put(value.name(), value.name());
      }
    }
    graph.nodes().forEach(node -> known.put(node.name(), node.output()));
    graph.blocks().forEach(block -> known.putAll(block.taps()));
    return known;
  }

  private static String near(String name, Map<String, String> known) {
    String start = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    List<String> candidates =
        known.keySet().stream().filter(k -> k.startsWith(start)).limit(5).toList();
    return candidates.isEmpty()
        ? "a name that `info` lists, such as " + known.keySet().iterator().next()
        : "one of " + String.join(", ", candidates);
  }
}
