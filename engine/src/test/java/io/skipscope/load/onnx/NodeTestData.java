package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.skipscope.error.InputException;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One of the ONNX project's node tests: a model of one node, inputs and expected outputs.
 *
 * <p>Integer and boolean inputs, and all but the first of operators that take settings as inputs,
 * become initializers: real models have them in the file.
 */
record NodeTestData(ModelProto model, Map<String, Tensor> inputs, List<Tensor> outputs) {
  private static final Set<String> DATA_TYPES = Set.of("FLOAT", "FLOAT16", "DOUBLE");

  /** The folder of Debian's libonnx-testdata, or what {@code skipscope.onnx.testdata} says. */
  static Path folder() {
    String set = System.getProperty("skipscope.onnx.testdata");
    return Path.of(set == null ? "/usr/share/libonnx-testdata/data/node" : set);
  }

  static List<Path> all() throws IOException {
    try (Stream<Path> folders = Files.list(folder())) {
      return folders.filter(f -> Files.exists(f.resolve("model.onnx"))).sorted().toList();
    }
  }

  /** The operators in a test's model. */
  static Set<String> operators(Path test) throws IOException {
    ModelProto model = parse(test);
    Set<String> operators = new TreeSet<>();
    model.getGraph().getNodeList().forEach(node -> operators.add(node.getOpType()));
    return operators;
  }

  /**
   * @param allKnown whether every input becomes an initializer, so that all is known while
   *     importing
   */
  static NodeTestData read(Path test, boolean allKnown) throws IOException {
    ModelProto model = parse(test);
    TensorReader reader = new TensorReader(test.resolve("model.onnx"));
    Path set = test.resolve("test_data_set_0");
    GraphProto.Builder graph = model.getGraph().toBuilder();
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (int i = 0; i < graph.getInputCount(); i++) {
      ValueInfoProto input = graph.getInput(i);
      if (!input.getType().hasTensorType()) {
        throw new InputException("input " + input.getName(), "no tensor", "tensors only");
      }
      TensorProto tensor = tensor(set.resolve("input_" + i + ".pb"));
      if (allKnown || isSetting(graph, input, i)) {
        graph.addInitializer(tensor.toBuilder().setName(input.getName()));
      } else {
        inputs.put(input.getName(), reader.read(tensor).tensor());
      }
    }
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < graph.getOutputCount(); i++) {
      outputs.add(reader.read(tensor(set.resolve("output_" + i + ".pb"))).tensor());
    }
    requireElements(inputs.values());
    requireElements(outputs);
    return new NodeTestData(
        atLeastOpset7(model.toBuilder().setGraph(graph)).build(), inputs, outputs);
  }

  private static void requireElements(Collection<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (tensor.data().length == 0) {
        throw new InputException("tensor", "no element", "tensors that are not empty");
      }
    }
  }

  /** Some operators have not changed since opset 1 or 6, nor have their tests. */
  private static ModelProto.Builder atLeastOpset7(ModelProto.Builder model) {
    String op = model.getGraph().getNode(0).getOpType();
    if (Set.of("GlobalAveragePool", "GlobalMaxPool", "HardSigmoid").contains(op)) {
      model.getOpsetImportBuilder(0).setVersion(7);
    }
    return model;
  }

  private static boolean isSetting(GraphProto.Builder graph, ValueInfoProto input, int index) {
    int type = input.getType().getTensorType().getElemType();
    TensorProto.DataType known = TensorProto.DataType.forNumber(type);
    boolean numbers = known != null && DATA_TYPES.contains(known.name());
    Set<String> withSettings = Set.of("Clip", "Pad", "Resize", "Upsample", "Dropout");
    return !numbers || index > 0 && withSettings.contains(graph.getNode(0).getOpType());
  }

  private static ModelProto parse(Path test) throws IOException {
    return ModelProto.parseFrom(Files.readAllBytes(test.resolve("model.onnx")));
  }

  private static TensorProto tensor(Path file) throws IOException {
    return TensorProto.parseFrom(Files.readAllBytes(file));
  }
}
