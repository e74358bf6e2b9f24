package io.skipscope.graph;

import io.skipscope.error.GraphException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects values and nodes in any order; {@link #build} sorts and checks them. One thread. */
public final class GraphBuilder {
  final String name;
  Graph.Mode mode = Graph.Mode.INFERENCE;
  final Map<String, Value> values = new LinkedHashMap<>();
  final Map<String, Node> nodes = new LinkedHashMap<>();
  final Map<String, Tensor> stored = new LinkedHashMap<>();
  final List<String> inputs = new ArrayList<>();
  final List<String> outputs = new ArrayList<>();
  final List<ResidualBlock> blocks = new ArrayList<>();
  final Map<String, Float> factors = new LinkedHashMap<>();

  GraphBuilder(String name) {
    this.name = name;
  }

  public GraphBuilder mode(Graph.Mode newMode) {
    mode = newMode;
    return this;
  }

  /** Adds a graph input and returns its name. */
  public String input(String value, Shape shape) {
    putValue(new Value(value, Role.INPUT, shape));
    if (!inputs.contains(value)) {
      inputs.add(value);
    }
    return value;
  }

  /** Adds or replaces a stored value (PARAMETER, STATE or CONSTANT) and returns its name. */
  public String store(String value, Role role, Tensor tensor) {
    putValue(new Value(value, role, tensor.shape()));
    stored.put(value, tensor);
    return value;
  }

  /**
   * Adds a node, or replaces the one of the same name, and returns its first output; values that it
   * writes and that do not exist yet are made.
   */
  public String node(Node node) {
    nodes.put(node.name(), node);
    for (String written : node.writes()) {
      values.putIfAbsent(
          written, new Value(written, Role.ACTIVATION, null).alsoKnownAs(List.of(node.name())));
    }
    return node.output();
  }

  public GraphBuilder removeNode(String node) {
    nodes.remove(node);
    return this;
  }

  public GraphBuilder putValue(Value value) {
    values.put(value.name(), value);
    return this;
  }

  public Value value(String value) {
    return values.get(value);
  }

  public Collection<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  public GraphBuilder output(String value) {
    if (!outputs.contains(value)) {
      outputs.add(value);
    }
    return this;
  }

  public GraphBuilder outputs(List<String> all) {
    outputs.clear();
    outputs.addAll(all);
    return this;
  }

  public GraphBuilder blocks(List<ResidualBlock> found) {
    blocks.clear();
    blocks.addAll(found);
    return this;
  }

  public GraphBuilder factor(String factor, float value) {
    factors.put(factor, value);
    return this;
  }

  /**
   * The graph: nodes sorted so that each comes after what it reads (in the order of addition where
   * that is free), values that nobody writes or reads dropped.
   *
   * @throws GraphException if a value has two writers or none, or there is a cycle
   */
  public Graph build() {
    Map<String, Node> writer = writers();
    List<Node> sorted = sort(writer);
    dropUnusedValues(sorted);
    return new Graph(this, sorted);
  }

  private Map<String, Node> writers() {
    Map<String, Node> writer = new HashMap<>();
    for (Node node : nodes.values()) {
      for (String written : node.writes()) {
        Node other = writer.put(written, node);
        if (other != null || stored.containsKey(written) || inputs.contains(written)) {
          throw new GraphException(
              node.name(), "value " + written + " written a second time", "one writer per value");
        }
      }
    }
    return writer;
  }

  /** Kahn's algorithm with a queue ordered by the order of addition. */
  private List<Node> sort(Map<String, Node> writer) {
    List<Node> all = new ArrayList<>(nodes.values());
    Map<String, Integer> waitsFor = new HashMap<>();
    Map<String, List<Integer>> readers = new HashMap<>();
    TreeMap<Integer, Node> ready = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      Set<String> pending = new HashSet<>();
      for (String read : all.get(i).reads()) {
        if (writer.containsKey(read)) {
          pending.add(read);
        } else if (!stored.containsKey(read) && !inputs.contains(read)) {
          throw new GraphException(
              all.get(i).name(), "value " + read + ", which nobody writes", "an input or a result");
        }
      }
      for (String read : pending) {
        readers.computeIfAbsent(read, key -> new ArrayList<>()).add(i);
      }
      waitsFor.put(all.get(i).name(), pending.size());
      if (pending.isEmpty()) {
        ready.put(i, all.get(i));
      }
    }
    List<Node> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      Node node = ready.pollFirstEntry().getValue();
      sorted.add(node);
      for (String written : node.writes()) {
        for (int reader : readers.getOrDefault(written, List.of())) {
          if (waitsFor.merge(all.get(reader).name(), -1, Integer::sum) == 0) {
            ready.put(reader, all.get(reader));
          }
        }
      }
    }
    if (sorted.size() < all.size()) {
      all.removeAll(sorted);
      throw new GraphException(all.get(0).name(), "a cycle", "a graph without cycles");
    }
    return sorted;
  }

  private void dropUnusedValues(List<Node> sorted) {
    Set<String> used = new HashSet<>(inputs);
    for (Node node : sorted) {
      used.addAll(node.reads());
      used.addAll(node.writes());
    }
    for (String output : outputs) {
      if (!used.contains(output) && !stored.containsKey(output)) {
        throw new GraphException(
            name, "output " + output + ", which nobody writes", "the result of a node");
      }
      used.add(output);
    }
    values.keySet().retainAll(used);
    stored.keySet().retainAll(used);
  }
}
