package io.skipscope.graph;

import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One operation of a graph.
 *
 * @param name unique in its graph, the module path people know: {@code layer2.0.conv1}
 * @param op the name of a registered operator
 * @param inputs names of values in the operator's order; "" for an optional one that is absent
 * @param outputs names of the values that it writes
 * @param epilogue what is done to each number before it is written
 */
public record Node(
    String name,
    String op,
    List<String> inputs,
    List<String> outputs,
    Attributes attributes,
    Epilogue epilogue) {
  public Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  public Node(String name, String op, List<String> inputs, String output, Attributes attributes) {
    this(name, op, inputs, List.of(output), attributes, Epilogue.NONE);
  }

  public String input(int index) {
    return inputs.get(index);
  }

  /** The first output, which for nearly every operator is the only one. */
  public String output() {
    return outputs.get(0);
  }

  /** Every value that this node reads, the epilogue's included. */
  public List<String> reads() {
    List<String> all = new ArrayList<>(inputs);
    all.add(epilogue.bias());
    all.add(epilogue.residual());
    all.removeIf(name -> name == null || name.isEmpty());
    return all;
  }

  /** Every value that this node writes, the epilogue's extra stores included. */
  public List<String> writes() {
    List<String> all = new ArrayList<>(outputs);
    epilogue.stores().forEach(store -> all.add(store.value()));
    return all;
  }

  public Node withInputs(List<String> others) {
    return new Node(name, op, others, outputs, attributes, epilogue);
  }

  public Node withOutput(String other) {
    return new Node(name, op, inputs, List.of(other), attributes, epilogue);
  }

  public Node withEpilogue(Epilogue other) {
    return new Node(name, op, inputs, outputs, attributes, other);
  }

  /** This node with the attributes that it has where values have these shapes. */
  public Node forShapes(Function<String, Shape> shapes) {
    return withAttributes(attributes.forInputs(inputs.stream().map(shapes).toList()));
  }

  public Node withAttributes(Attributes other) {
    return new Node(name, op, inputs, outputs, other, epilogue);
  }
}
