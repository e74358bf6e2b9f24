package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Puts small ONNX models together, as exporters would write them. */
final class TinyModel {
  private final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

  TinyModel(int opset) {
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset));
  }

  /** A float input; an extent of 0 is left open. */
  TinyModel input(String name, int... extents) {
    graph.addInput(value(name, TensorProto.DataType.FLOAT, extents));
    return this;
  }

  TinyModel input(String name, TensorProto.DataType type, int... extents) {
    graph.addInput(value(name, type, extents));
    return this;
  }

  TinyModel output(String name) {
    TypeProto.Tensor.Builder unshaped =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE);
    graph.addOutput(
        ValueInfoProto.newBuilder()
            .setName(name)
            .setType(TypeProto.newBuilder().setTensorType(unshaped)));
    return this;
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, int... extents) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int extent : extents) {
      TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
      if (extent == 0) {
        dimension.setDimParam("open");
      } else {
        dimension.setDimValue(extent);
      }
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  TinyModel floats(String name, Tensor tensor) {
    TensorProto.Builder proto = TensorProto.newBuilder().setName(name);
    proto.setDataType(TensorProto.DataType.FLOAT_VALUE);
    for (int extent : tensor.shape().toArray()) {
      proto.addDims(extent);
    }
    for (float number : tensor.data()) {
      proto.addFloatData(number);
    }
    return tensor(proto.build());
  }

  TinyModel integers(String name, long... numbers) {
    TensorProto.Builder proto = TensorProto.newBuilder().setName(name).addDims(numbers.length);
    proto.setDataType(TensorProto.DataType.INT64_VALUE);
    Arrays.stream(numbers).forEach(proto::addInt64Data);
    return tensor(proto.build());
  }

  /** A scalar, as exporters index with. */
  TinyModel index(String name, long number) {
    return tensor(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addInt64Data(number)
            .build());
  }

  TinyModel tensor(TensorProto tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  /**
   * @param wiring {@code "input input -> output output"}; {@code _} for an absent input
   * @param attributes key, value, key, value: long, float, String, long[] or float[]
   */
  TinyModel node(String op, String name, String wiring, Object... attributes) {
    NodeProto.Builder node = graph.addNodeBuilder().setOpType(op).setName(name);
    String[] sides = wiring.split(" -> ");
    for (String input : sides[0].trim().split(" ")) {
      if (!input.isEmpty()) {
        node.addInput(input.equals("_") ? "" : input);
      }
    }
    node.addAllOutput(List.of(sides[1].split(" ")));
    for (int i = 0; i < attributes.length; i += 2) {
      node.addAttribute(attribute((String) attributes[i], attributes[i + 1]));
    }
    return this;
  }

  private static AttributeProto attribute(String key, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(key);
    if (value instanceof Integer number) {
      attribute.setType(AttributeType.INT).setI(number);
    } else if (value instanceof Float number) {
      attribute.setType(AttributeType.FLOAT).setF(number);
    } else if (value instanceof String text) {
      attribute.setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
    } else if (value instanceof long[] numbers) {
      attribute.setType(AttributeType.INTS);
      Arrays.stream(numbers).forEach(attribute::addInts);
    } else if (value instanceof float[] numbers) {
      attribute.setType(AttributeType.FLOATS);
      for (float number : numbers) {
        attribute.addFloats(number);
      }
    } else {
      attribute.setType(AttributeType.TENSOR).setT((TensorProto) value);
    }
    return attribute.build();
  }

  TinyModel metadata(String key, String text) {
    model.addMetadataPropsBuilder().setKey(key).setValue(text);
    return this;
  }

  ModelProto build() {
    return model.setGraph(graph).build();
  }

  /** The graph that importing gives. */
  Graph read() {
    Path file = Path.of("tiny.onnx");
    return new OnnxImporter(file, build(), new InputShapes(file, null))
        .read("tiny", Job.unwatched());
  }

  Path write(Path file) throws IOException {
    return Files.write(file, build().toByteArray());
  }
}
