package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.skipscope.error.ModelFormatException;
import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.load.ModelFormat;
import io.skipscope.load.ModelMetadata;
import io.skipscope.tensor.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ONNX models of opset 7 to 21 (https://onnx.ai, onnx.proto). */
public final class OnnxFormat implements ModelFormat {
  @Override
  public String name() {
    return "ONNX";
  }

  @Override
  public boolean matches(byte[] head, String fileName) {
    return OnnxFile.looksLikeModel(head);
  }

  @Override
  public LoadedModel open(Path file, String architecture, Job job) {
    job.progress("Reading " + file.getFileName(), 0, 0);
    ModelProto model = OnnxFile.parse(file);
    Map<String, String> metadata = new LinkedHashMap<>();
    model.getMetadataPropsList().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
    String name = ModelMetadata.baseName(file);
    InputShapes shapes = new InputShapes(file, ModelMetadata.inputExtents(metadata, file));
    OnnxImporter importer = new OnnxImporter(file, model, shapes);
    Graph graph = importer.read(name, job);
    Shape input = pictureInput(graph, file);
    InputSpec spec =
        ModelMetadata.inputSpec(metadata, file, input.channels(), input.height(), input.width());
    List<String> classes = ModelMetadata.classes(metadata, file);
    return new LoadedModel(
        name, graph, spec, classes, metadata, origin(file, model, importer.opset()));
  }

  private static Shape pictureInput(Graph graph, Path file) {
    List<String> inputs = graph.inputs();
    if (inputs.size() != 1 || graph.shape(inputs.get(0)).rank() != 4) {
      String found =
          String.join(
              ", ", inputs.stream().map(input -> input + " " + graph.shape(input)).toList());
      throw new ModelFormatException(
          file.toString(),
          -1,
          inputs.size() + " inputs (" + found + ")",
          "one input of batch, channels, height and width");
    }
    return graph.shape(inputs.get(0));
  }

  private static String origin(Path file, ModelProto model, int opset) {
    String producer = (model.getProducerName() + " " + model.getProducerVersion()).trim();
    return file.getFileName()
        + ": ONNX, opset "
        + opset
        + (producer.isEmpty() ? "" : ", by " + producer);
  }
}
