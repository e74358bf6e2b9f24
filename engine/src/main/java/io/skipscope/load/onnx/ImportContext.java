package io.skipscope.load.onnx;

import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.graph.Role;
import io.skipscope.graph.Value;
import io.skipscope.op.NodeContext;
import io.skipscope.op.Operators;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The graph while it is being built, and what the file's names mean in it.
 *
 * <p>A name of the file stands for a {@link Constant} or for a value of the graph. Shapes are known
 * throughout, at the size that the file or its metadata gives.
 */
final class ImportContext {
  /** Names that exporters number instead of choosing. */
  private static final Pattern MEANINGLESS = Pattern.compile("(onnx::.*)?\\d+|onnx::.*|");

  private final int opset;
  private final GraphBuilder builder;
  private final Map<String, Constant> constants = new HashMap<>();
  private final Map<String, String> valueOf = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();
  private final Map<String, String> storedAs = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> takenNodes;
  private final FileUses uses;

  ImportContext(int opset, GraphBuilder builder, FileUses uses) {
    this.opset = opset;
    this.builder = builder;
    this.uses = uses;
    takenNodes = new HashSet<>(uses.nodeNames());
  }

  int opset() {
    return opset;
  }

  GraphBuilder builder() {
    return builder;
  }

  FileUses uses() {
    return uses;
  }

  // What the file's names mean.

  void addInput(String name, Shape shape) {
    taken.add(name);
    valueOf.put(name, builder.input(name, shape));
    shapes.put(name, shape);
  }

  void addConstant(String name, Constant constant) {
    constants.put(name, constant);
  }

  boolean isConstant(String name) {
    return constants.containsKey(name);
  }

  /** Whether an earlier node gave this name a meaning. */
  boolean knows(String name) {
    return constants.containsKey(name) || valueOf.containsKey(name);
  }

  /** The constant at an input, or null if it is computed at run time. */
  Constant constantOrNull(OnnxNode node, int input) {
    return constants.get(node.input(input));
  }

  /**
   * @param meaning what the input is, for the message
   * @throws io.skipscope.error.UnsupportedOperatorException if it is computed at run time
   */
  Constant constant(OnnxNode node, int input, String meaning) {
    Constant constant = constantOrNull(node, input);
    if (constant == null) {
      throw node.unsupported(
          meaning + " computed at run time", "numbers that are known when the file is read");
    }
    return constant;
  }

  /**
   * Integers that older opsets give as an attribute and newer ones as an input; null if absent.
   *
   * @throws io.skipscope.error.UnsupportedOperatorException if they are computed at run time
   */
  long[] integers(OnnxNode node, String key, int input) {
    return node.hasInput(input) ? constant(node, input, key).integers() : node.integers(key);
  }

  /** The value of the graph at an input; a constant is stored first. */
  String value(OnnxNode node, int input) {
    return value(node.input(input));
  }

  String value(String name) {
    return isConstant(name) ? store(name, Role.CONSTANT, name) : valueOf.get(name);
  }

  /**
   * The value at an input that holds trained numbers.
   *
   * @param suffix what it is to the node, such as {@code weight}: names it where the file's own
   *     name says nothing
   */
  String parameter(OnnxNode node, int input, Role role, String suffix) {
    String name = node.input(input);
    return isConstant(name) ? store(name, role, node.name() + "." + suffix) : valueOf.get(name);
  }

  private String store(String name, Role role, String fallback) {
    return storedAs.computeIfAbsent(
        role + " " + name,
        key ->
            put(
                MEANINGLESS.matcher(name).matches() ? fallback : name,
                role,
                constants.get(name).tensor()));
  }

  /** Stores numbers that are not in the file in this form, and returns the value's name. */
  String put(String wantedName, Role role, Tensor tensor) {
    String name = freeValue(wantedName.isEmpty() ? "constant" : wantedName);
    shapes.put(name, tensor.shape());
    return builder.store(name, role, tensor);
  }

  // Shapes.

  Shape shape(String value) {
    return shapes.get(value);
  }

  /** The shape of what a name of the file stands for. */
  Shape shapeOf(String name) {
    return isConstant(name) ? constants.get(name).shape() : shapes.get(valueOf.get(name));
  }

  /** The node that computes a value, or null for inputs and stored values. */
  Node writer(String value) {
    return builder.nodes().stream().filter(n -> n.output().equals(value)).findFirst().orElse(null);
  }

  // New nodes.

  /** Adds the node that computes the file node's first output. */
  String emit(OnnxNode node, String op, List<String> inputs, Attributes attributes) {
    return emit(node, op, inputs, attributes, Epilogue.NONE);
  }

  String emit(
      OnnxNode node, String op, List<String> inputs, Attributes attributes, Epilogue epilogue) {
    String name = node.output(0);
    return define(
        name, emitNamed(node.name(), valueName(node, 0), op, inputs, attributes, epilogue));
  }

  /** Adds the node that computes one of several outputs of a file's node. */
  String emitOutput(
      OnnxNode node, int output, String op, List<String> inputs, Attributes attributes) {
    String name = node.output(output);
    String part = free(node.name() + "." + output, takenNodes);
    return define(
        name, emitNamed(part, valueName(node, output), op, inputs, attributes, Epilogue.NONE));
  }

  /** Adds a node for a step on the way to the file node's output. */
  String emitStep(
      OnnxNode node, String step, String op, List<String> inputs, Attributes attributes) {
    String name = free(node.name() + "." + step, takenNodes);
    return emitNamed(name, name, op, inputs, attributes, Epilogue.NONE);
  }

  private String emitNamed(
      String name,
      String valueName,
      String op,
      List<String> inputs,
      Attributes attributes,
      Epilogue epilogue) {
    String value = freeValue(valueName);
    Node node =
        new Node(name, op, inputs, List.of(value), attributes, epilogue).forShapes(shapes::get);
    shapes.put(value, Operators.get(op).inferShapes(new NodeContext(node, shapes::get)).get(0));
    return builder.node(node);
  }

  /** The node's own name, or the file's name of the value where only that one says something. */
  private String valueName(OnnxNode node, int output) {
    String name = node.output(output);
    if (node.isNamed() && output == 0 || MEANINGLESS.matcher(name).matches()) {
      return output == 0 ? node.name() : node.name() + "." + output;
    }
    return name;
  }

  private String freeValue(String wanted) {
    return free(wanted, taken);
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 1; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** From here on, a name of the file stands for a value, which is known under that name too. */
  String define(String name, String value) {
    valueOf.put(name, value);
    alsoKnownAs(value, List.of(name));
    return value;
  }

  /** The node changes nothing: its output is its input under another name. */
  void elide(OnnxNode node, String value) {
    define(node.output(0), value);
    alsoKnownAs(value, List.of(node.name()));
  }

  private void alsoKnownAs(String value, List<String> names) {
    Value known = builder.value(value);
    List<String> telling = new ArrayList<>(names);
    telling.removeIf(name -> MEANINGLESS.matcher(name).matches());
    builder.putValue(known.alsoKnownAs(telling));
  }
}
