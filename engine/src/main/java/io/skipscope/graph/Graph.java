package io.skipscope.graph;

import io.skipscope.error.GraphException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network: values, the nodes that compute them in an order in which they can run, and the numbers
 * that it holds.
 *
 * <p>Immutable, and so safe on any thread. A pass or an edit takes {@link #toBuilder()} and builds
 * another graph; values and nodes are referred to by name throughout.
 */
public final class Graph {
  /** What a graph is compiled for. */
  public enum Mode {
    INFERENCE,
    TRAINING
  }

  private final String name;
  private final Mode mode;
  private final Map<String, Value> values;
  private final Map<String, Node> nodes;
  private final Map<String, Tensor> stored;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<ResidualBlock> blocks;
  private final Map<String, Float> factors;
  private final Map<String, Node> producers = new HashMap<>();
  private final Map<String, List<Node>> consumers = new HashMap<>();

  Graph(GraphBuilder builder, List<Node> sortedNodes) {
    name = builder.name;
    mode = builder.mode;
    values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
    stored = Map.copyOf(builder.stored);
    inputs = List.copyOf(builder.inputs);
    outputs = List.copyOf(builder.outputs);
    blocks = List.copyOf(builder.blocks);
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(builder.factors));
    Map<String, Node> byName = new LinkedHashMap<>();
    for (Node node : sortedNodes) {
      byName.put(node.name(), node);
      node.writes().forEach(value -> producers.put(value, node));
      node.reads().stream()
          .distinct()
          .forEach(v -> consumers.computeIfAbsent(v, key -> new ArrayList<>()).add(node));
    }
    nodes = Collections.unmodifiableMap(byName);
  }

  public static GraphBuilder builder(String name) {
    return new GraphBuilder(name);
  }

  /** A builder that holds what this graph holds. */
  public GraphBuilder toBuilder() {
    GraphBuilder builder = new GraphBuilder(name);
    builder.mode = mode;
    builder.values.putAll(values);
    builder.nodes.putAll(nodes);
    builder.stored.putAll(stored);
    builder.inputs.addAll(inputs);
    builder.outputs.addAll(outputs);
    builder.blocks.addAll(blocks);
    builder.factors.putAll(factors);
    return builder;
  }

  public String name() {
    return name;
  }

  public Mode mode() {
    return mode;
  }

  /** Nodes in an order in which they can run. */
  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /**
   * @throws GraphException if there is no such node
   */
  public Node node(String nodeName) {
    return require(nodes.get(nodeName), nodeName, "no such node");
  }

  public Map<String, Value> values() {
    return values;
  }

  /**
   * @throws GraphException if there is no such value
   */
  public Value value(String valueName) {
    return require(values.get(valueName), valueName, "no such value");
  }

  /**
   * @throws GraphException if the shape has not been inferred
   */
  public Shape shape(String valueName) {
    return require(value(valueName).shape(), valueName, "no shape yet");
  }

  /** The numbers of a PARAMETER, STATE or CONSTANT, by value name. */
  public Map<String, Tensor> stored() {
    return stored;
  }

  public List<String> inputs() {
    return inputs;
  }

  public List<String> outputs() {
    return outputs;
  }

  /** Filled by the pass that finds them; empty before. */
  public List<ResidualBlock> blocks() {
    return blocks;
  }

  /**
   * Numbers that become kernel arguments, by name, with their defaults. A run may set them to
   * something else without planning or compiling anew; edits such as "scale the shortcut" use them.
   */
  public Map<String, Float> factors() {
    return factors;
  }

  /** The node that writes a value, or null for inputs and stored values. */
  public Node producer(String valueName) {
    return producers.get(valueName);
  }

  /** The nodes that read a value, each once, in running order. */
  public List<Node> consumers(String valueName) {
    return consumers.getOrDefault(valueName, List.of());
  }

  private <T> T require(T found, String what, String problem) {
    if (found == null) {
      throw new GraphException(name + ", " + what, problem, "a name of this graph");
    }
    return found;
  }

  @Override
  public String toString() {
    return name + " (" + nodes.size() + " nodes)";
  }
}
