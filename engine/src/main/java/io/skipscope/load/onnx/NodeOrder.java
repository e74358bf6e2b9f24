package io.skipscope.load.onnx;

import io.skipscope.error.ModelFormatException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes of the file matter, each after those it reads. */
final class NodeOrder {
  private final String file;
  private final List<OnnxNode> nodes;
  private final Set<String> given;
  private final Map<String, OnnxNode> writer = new HashMap<>();

  /**
   * @param given names of graph inputs and initializers
   * @throws ModelFormatException if a value has two writers
   */
  NodeOrder(String file, List<OnnxNode> nodes, Set<String> given) {
    this.file = file;
    this.nodes = nodes;
    this.given = given;
    for (OnnxNode node : nodes) {
      for (String output : node.outputs()) {
        if (!output.isEmpty() && (given.contains(output) || writer.put(output, node) != null)) {
          throw node.malformed("value " + output + " written a second time", "one writer");
        }
      }
    }
  }

  /**
   * The nodes that {@code outputs} depend on, in the order of the file where that is free.
   *
   * @throws ModelFormatException if a value is missing or there is a cycle
   */
  List<OnnxNode> towards(Collection<String> outputs) {
    Set<OnnxNode> needed = needed(outputs);
    List<OnnxNode> waiting = new ArrayList<>(nodes);
    waiting.retainAll(needed);
    Set<String> known = new HashSet<>(given);
    List<OnnxNode> sorted = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<OnnxNode> later = new ArrayList<>();
      for (OnnxNode node : waiting) {
        if (node.inputs().stream().allMatch(i -> i.isEmpty() || known.contains(i))) {
          known.addAll(node.outputs());
          sorted.add(node);
        } else {
          later.add(node);
        }
      }
      if (later.size() == waiting.size()) {
        throw later.get(0).malformed("a cycle of values", "a graph without cycles");
      }
      waiting = later;
    }
    return sorted;
  }

  private Set<OnnxNode> needed(Collection<String> outputs) {
    Set<OnnxNode> needed = new HashSet<>();
    Deque<OnnxNode> open = new ArrayDeque<>();
    for (String output : outputs) {
      visit(output, "graph output", needed, open);
    }
    while (!open.isEmpty()) {
      OnnxNode node = open.pop();
      for (String input : node.inputs()) {
        visit(input, "input of node " + node.name(), needed, open);
      }
    }
    return needed;
  }

  private void visit(String value, String use, Set<OnnxNode> needed, Deque<OnnxNode> open) {
    if (value.isEmpty() || given.contains(value)) {
      return;
    }
    OnnxNode node = writer.get(value);
    if (node == null) {
      throw new ModelFormatException(
          file, -1, use + " " + value + ", which nothing writes", "a result, input or initializer");
    }
    if (needed.add(node)) {
      open.push(node);
    }
  }
}
