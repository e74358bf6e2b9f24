package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.image.InputSpec;
import io.skipscope.job.AtomicFile;
import io.skipscope.load.ModelMetadata;
import io.skipscope.pass.InferShapes;
import io.skipscope.tensor.Shape;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes graphs as ONNX models: opset 17, IR version 8, the batch left open. */
public final class OnnxWriter {
  /** What written models call their open batch. */
  public static final String BATCH = "N";

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  private OnnxWriter() {}

  /**
   * Writes a model completely or not at all.
   *
   * <p>Nodes and values keep their names; epilogues become nodes of their own; factors of the graph
   * are written with their default numbers. Size, normalisation and class names go to the metadata,
   * so that reading the file back loses nothing.
   *
   * @param graph for inference; its shapes need not be inferred
   * @param metadata further keys to keep
   * @throws InputException if the file cannot be written or the graph is for training
   * @throws io.skipscope.error.UnsupportedOperatorException if ONNX cannot say what a node does
   */
  public static void write(
      Graph graph, InputSpec input, List<String> classes, Map<String, String> metadata, Path out) {
    ModelProto model = model(graph, ModelMetadata.describe(input, classes, metadata));
    AtomicFile.write(out, model::writeTo);
  }

  static ModelProto model(Graph graph, Map<String, String> metadata) {
    if (graph.mode() == Graph.Mode.TRAINING) {
      throw new InputException(graph.name(), "a training graph", "the graph for inference");
    }
    Graph shaped = new InferShapes().apply(graph, Set.of());
    ExportContext context = new ExportContext(shaped);
    shaped.stored().keySet().stream().sorted().forEach(context::addStored);
    shaped.inputs().forEach(input -> context.proto().addInput(describe(shaped, input)));
    shaped.outputs().forEach(output -> context.proto().addOutput(describe(shaped, output)));
    for (Node node : shaped.nodes()) {
      EpilogueExport.write(node, context);
    }
    ModelProto.Builder model = ModelProto.newBuilder();
    model.setIrVersion(IR_VERSION).setProducerName("skipscope").setGraph(context.proto());
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
    metadata.forEach(
        (key, text) ->
            model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
    return model.build();
  }

  /** The batch, or -1 if the inputs have none in common. */
  private static int batch(Graph graph) {
    Set<Integer> batches = new HashSet<>();
    for (String input : graph.inputs()) {
      Shape shape = graph.shape(input);
      batches.add(shape.rank() == 4 ? shape.batch() : -1);
    }
    return batches.size() == 1 ? batches.iterator().next() : -1;
  }

  private static ValueInfoProto describe(Graph graph, String value) {
    TensorShapeProto.Builder extents = TensorShapeProto.newBuilder();
    Shape shape = graph.shape(value);
    for (int axis = 0; axis < shape.rank(); axis++) {
      boolean open = axis == 0 && shape.extent(0) == batch(graph);
      extents.addDim(
          open
              ? TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH)
              : TensorShapeProto.Dimension.newBuilder().setDimValue(shape.extent(axis)));
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE).setShape(extents);
    return ValueInfoProto.newBuilder()
        .setName(value)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
