package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ONNX graph while it is being written: unique names, nodes and initializers. */
final class ExportContext {
  private final Graph graph;
  private final GraphProto.Builder proto = GraphProto.newBuilder();
  private final Set<String> takenValues;
  private final Set<String> takenNodes = new HashSet<>();

  /**
   * @param graph with inferred shapes
   */
  ExportContext(Graph graph) {
    this.graph = graph;
    takenValues = new HashSet<>(graph.values().keySet());
    graph.nodes().forEach(node -> takenNodes.add(node.name()));
    proto.setName(graph.name());
  }

  Graph graph() {
    return graph;
  }

  GraphProto.Builder proto() {
    return proto;
  }

  Shape shape(String value) {
    return graph.shape(value);
  }

  /** A value name that is free. */
  String freeValue(String wanted) {
    return free(wanted, takenValues);
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 1; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  // Nodes: the main one carries the graph's own name, steps beside it a free one.

  OnnxNodeBuilder node(Node node, String op, List<String> inputs, String output) {
    return build(node.name(), op, inputs, output);
  }

  OnnxNodeBuilder step(Node node, String step, String op, List<String> inputs, String output) {
    return build(free(node.name() + "." + step, takenNodes), op, inputs, output);
  }

  private OnnxNodeBuilder build(String name, String op, List<String> inputs, String output) {
    NodeProto.Builder builder = proto.addNodeBuilder();
    builder.setName(name).setOpType(op).addAllInput(inputs).addOutput(output);
    return new OnnxNodeBuilder(builder);
  }

  // Initializers.

  /** Writes a stored value under its own name. */
  void addStored(String value) {
    addFloats(value, graph.stored().get(value));
  }

  /** Writes a float tensor and returns the name that it got. */
  String constant(String wanted, Tensor tensor) {
    String name = freeValue(wanted);
    addFloats(name, tensor);
    return name;
  }

  private void addFloats(String name, Tensor tensor) {
    ByteBuffer bytes = ByteBuffer.allocate(tensor.data().length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(tensor.data());
    TensorProto.Builder builder = proto.addInitializerBuilder();
    builder.setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
    builder.setRawData(ByteString.copyFrom(bytes));
    for (int extent : tensor.shape().toArray()) {
      builder.addDims(extent);
    }
  }

  /** Writes a vector of integers and returns the name that it got. */
  String integers(String wanted, List<Integer> numbers) {
    String name = freeValue(wanted);
    TensorProto.Builder builder = proto.addInitializerBuilder();
    builder.setName(name).setDataType(TensorProto.DataType.INT64_VALUE).addDims(numbers.size());
    numbers.forEach(builder::addInt64Data);
    return name;
  }
}
