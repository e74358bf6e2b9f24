package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the file's node names into the module paths that people know.
 *
 * <p>PyTorch's exporter writes {@code /layer1/layer1.0/conv1/Conv} for module {@code
 * layer1.0.conv1}, and {@code /layer1/layer1.0/Add} for what a module with children does itself,
 * which becomes {@code layer1.0.add}. Its older form {@code Conv_12} says nothing, so the weight's
 * name is used where that is a module path. Other names stay as they are; nodes without one are
 * called after their operator and position.
 */
final class NodeNames {
  private static final Pattern NUMBERED = Pattern.compile("[A-Za-z]+_\\d+");
  private static final String WEIGHT = ".weight";

  private final Set<String> containers = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * @param nodes of the whole graph, which tell modules with children from those without
   */
  NodeNames(List<NodeProto> nodes) {
    containers.add("");
    for (NodeProto node : nodes) {
      String path = isTorchPath(node) ? modulePath(node) : "";
      for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
        containers.add(path.substring(0, dot));
      }
    }
  }

  /**
   * @param index position of the node in the file
   */
  String nameOf(NodeProto node, int index) {
    String op = node.getOpType().toLowerCase(Locale.ROOT);
    String wanted = wanted(node, op, index);
    if (!taken.add(wanted)) {
      String base = wanted.endsWith(op) ? wanted : wanted + "." + op;
      wanted = unique(base);
    }
    return wanted;
  }

  /** {@code base}, or the first of {@code base_1}, {@code base_2}, ... that is free. */
  String unique(String base) {
    String name = base;
    for (int i = 1; !taken.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private String wanted(NodeProto node, String op, int index) {
    String name = node.getName();
    if (isTorchPath(node)) {
      String path = modulePath(node);
      return path.isEmpty() ? op : containers.contains(path) ? path + "." + op : path;
    }
    if (name.isEmpty() || NUMBERED.matcher(name).matches()) {
      String weight = node.getInputCount() > 1 ? node.getInput(1) : "";
      if (weight.endsWith(WEIGHT) && weight.length() > WEIGHT.length()) {
        return weight.substring(0, weight.length() - WEIGHT.length());
      }
    }
    return name.isEmpty() ? op + index : name;
  }

  private static boolean isTorchPath(NodeProto node) {
    return node.getName().startsWith("/") && node.getName().length() > 1;
  }

  /** The modules of {@code /a/a.0/b/Op}, each named by its parent or not: {@code a.0.b}. */
  private static String modulePath(NodeProto node) {
    String[] segments = node.getName().substring(1).split("/");
    List<String> modules = new ArrayList<>();
    for (int i = 0; i < segments.length - 1; i++) {
      int last = modules.size() - 1;
      if (last >= 0 && segments[i].startsWith(modules.get(last) + ".")) {
        modules.set(last, segments[i]);
      } else {
        modules.add(segments[i]);
      }
    }
    return String.join(".", modules);
  }
}
