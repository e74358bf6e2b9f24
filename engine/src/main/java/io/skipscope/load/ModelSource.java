package io.skipscope.load;

import io.skipscope.error.InputException;
import io.skipscope.image.InputSpec;
import io.skipscope.job.Job;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.HeInitialisation;
import io.skipscope.zoo.Zoo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens what a user calls a model: a file, a zoo name, or the name of a bundled net. */
public final class ModelSource {
  /** The seed of nets without trained weights. */
  public static final long SEED = 0;

  private ModelSource() {}

  /**
   * A zoo name takes {@code weights}, else the bundled weights of that very architecture, else
   * seeded ones; {@link LoadedModel#origin} says which.
   *
   * @param model a path, a name of {@link Zoo} with or without variant, or one of {@link
   *     BundledWeights#names}
   * @param weights a file for a zoo name; null for none
   * @throws InputException if there is no such model, or weights are given for a file
   * @throws io.skipscope.error.ModelFormatException if a file is at fault
   */
  public static LoadedModel open(String model, Path weights, Job job) {
    return open(model, weights, BundledWeights.onClassPath(), job);
  }

  static LoadedModel open(String model, Path weights, BundledWeights bundled, Job job) {
    if (Zoo.isName(model)) {
      return zoo(model, weights, bundled, job);
    }
    if (weights != null) {
      throw new InputException(
          "--weights " + weights, "model " + model, "a zoo name to go with it, such as resnet50");
    }
    return bundled.names().contains(model) ? bundled.open(model, job) : file(model, job);
  }

  private static LoadedModel zoo(String name, Path weights, BundledWeights bundled, Job job) {
    if (weights != null) {
      return ModelFiles.open(weights, name, job);
    }
    Architecture architecture = Zoo.architecture(name);
    return bundled.matching(architecture, job).orElseGet(() -> seeded(architecture));
  }

  /** An untrained net of the zoo with its default number of classes. */
  public static LoadedModel seeded(Architecture architecture) {
    int size = architecture.inputSize();
    InputSpec input = InputSpec.imageNet(size, size);
    return new LoadedModel(
        architecture.name(),
        architecture.build(
            HeInitialisation.seeded(SEED), architecture.defaultClasses(), size, size),
        input,
        List.of(),
        ModelMetadata.describe(input, List.of(), ZooWeights.describe(architecture, Map.of())),
        architecture.name() + " with untrained weights (seed " + SEED + ")");
  }

  /** A text without dot or separator that is no file is a mistyped name rather than a path. */
  private static LoadedModel file(String model, Job job) {
    Path path = path(model);
    boolean looksLikeName = model.matches("[^./\\\\]+(:.*)?");
    if (path == null || looksLikeName && !Files.exists(path)) {
      Zoo.architecture(model);
    }
    return ModelFiles.open(path, null, job);
  }

  private static Path path(String model) {
    try {
      return Path.of(model);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
