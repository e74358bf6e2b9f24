package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Role;
import io.skipscope.job.Job;
import io.skipscope.load.ModelMetadata;
import io.skipscope.load.onnx.OnnxWriter;
import io.skipscope.load.safetensors.SafetensorsFile;
import io.skipscope.pass.FoldBatchNorm;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: writes a model for other tools. */
@Command(name = "export", description = "Writes the graph (ONNX) or the weights (safetensors).")
final class ExportCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private ModelArgument model;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "M.onnx|M.safetensors",
      description = "The file to write; its ending says which format.")
  private Path target;

  @Option(names = "--fold", description = "Fold batch norms into the convolutions before them.")
  private boolean fold;

  @Override
  public void run() {
    String name = target.toString().toLowerCase(Locale.ROOT);
    boolean onnx = name.endsWith(".onnx");
    if (!onnx && !name.endsWith(".safetensors")) {
      throw new InputException("--out " + target, "an unknown ending", ".onnx or .safetensors");
    }
    if (fold && !onnx) {
      throw new InputException(
          "--fold", "weights in safetensors", "an .onnx file: folded weights fit no known network");
    }
    try (ProgressBar bar = output.progressBar()) {
      Model opened = model.open(output, new Job(bar));
      if (onnx) {
        writeGraph(opened);
      } else {
        writeWeights(opened);
      }
    }
    output.result(Map.of("file", target.toString()), "wrote " + target);
  }

  private void writeGraph(Model opened) {
    Graph graph = opened.graph();
    if (fold) {
      graph = new FoldBatchNorm().apply(graph, Set.copyOf(graph.outputs()));
    }
    OnnxWriter.write(graph, opened.inputSpec(), opened.classes(), opened.metadata(), target);
  }

  private void writeWeights(Model opened) {
    Graph graph = opened.graph();
    Map<String, Tensor> weights = new TreeMap<>(graph.stored());
    weights.keySet().removeIf(name -> graph.value(name).role() == Role.CONSTANT);
    Map<String, String> metadata =
        ModelMetadata.describe(opened.inputSpec(), opened.classes(), opened.metadata());
    new SafetensorsFile(weights, metadata).write(target);
  }
}
