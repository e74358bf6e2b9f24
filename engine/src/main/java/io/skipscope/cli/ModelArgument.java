package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.job.Job;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code MODEL} and what changes it: weights, and the size of its input. */
final class ModelArgument {
  @Parameters(
      paramLabel = "MODEL",
      description = "A file (.onnx, .pth, .pt, .th, .safetensors) or a zoo name such as resnet50.")
  private String model;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Weights for a zoo name; else bundled ones, else seeded random ones.")
  private Path weights;

  @Option(
      names = "--size",
      paramLabel = "HxW",
      converter = Size.Converter.class,
      description = "Height and width of the input in pixels.")
  private Size size;

  /** As it was given. */
  String name() {
    return model;
  }

  /** Opens the model and says in one line which weights it has. */
  Model open(Output output, Job job) {
    Model opened = Model.open(model, weights, job);
    output.note(opened.origin());
    return size == null ? opened : opened.withInputSize(size.height(), size.width());
  }
}
