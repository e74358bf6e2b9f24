package io.skipscope.load.onnx;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who writes and who reads each value of the file, for converters that look around themselves. */
final class FileUses {
  private final Map<String, OnnxNode> writers = new HashMap<>();
  private final Map<String, Integer> readers = new HashMap<>();
  private final Set<String> nodeNames = new HashSet<>();

  FileUses(List<OnnxNode> nodes, Collection<String> graphOutputs) {
    for (OnnxNode node : nodes) {
      nodeNames.add(node.name());
      node.outputs().forEach(output -> writers.put(output, node));
      node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
    }
    graphOutputs.forEach(output -> readers.merge(output, 1, Integer::sum));
  }

  /** Names of all nodes, which no step of another node may take. */
  Set<String> nodeNames() {
    return nodeNames;
  }

  boolean isRead(String value) {
    return readers.containsKey(value);
  }

  /** The node of kind {@code op} that writes a value which nobody but one reader reads, or null. */
  OnnxNode soleUseOf(String op, String value) {
    OnnxNode writer = writers.get(value);
    boolean sole = readers.getOrDefault(value, 0) == 1;
    return writer != null && sole && writer.op().equals(op) ? writer : null;
  }
}
