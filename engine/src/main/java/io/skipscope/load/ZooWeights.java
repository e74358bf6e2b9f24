package io.skipscope.load;

import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.Zoo;
import io.skipscope.zoo.ZooConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a model of a file that holds named parameters only, by fitting them to a net of the zoo.
 */
public final class ZooWeights {
  private static final String COUNTER = "num_batches_tracked";
  private static final String WRAPPER = "module.";

  private final Path file;
  private final Map<String, Tensor> tensors;
  private final Map<String, String> metadata;

  /**
   * @param tensors by name; a prefix {@code module.} and batch norm's counters are ignored
   * @param metadata the file's own, with keys {@code arch} and {@code config} where it has them
   */
  public ZooWeights(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    this.file = file;
    this.tensors = withoutWrapping(tensors);
    this.metadata = metadata;
  }

  /**
   * @param format for {@link LoadedModel#origin}
   * @param requested zoo name that the user asked for, or null
   * @throws ModelFormatException if the parameters fit no net, or not the one asked for
   */
  public LoadedModel open(String format, String requested) {
    Architecture architecture = architecture(requested);
    int classCount = classCount(architecture);
    int size = architecture.inputSize();
    InputSpec input = ModelMetadata.inputSpec(metadata, file, 3, size, size);
    WeightsSource source = new WeightsSource(tensors);
    Graph graph = architecture.build(source, classCount, input.height(), input.width());
    source.requireComplete(file.toString(), architecture.name());
    return new LoadedModel(
        ModelMetadata.baseName(file),
        graph,
        input,
        classes(classCount),
        describe(architecture, metadata),
        file.getFileName() + ": " + format + ", " + architecture.name() + how(requested));
  }

  /** {@code metadata} with the keys {@code arch} and {@code config} set. */
  static Map<String, String> describe(Architecture architecture, Map<String, String> metadata) {
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.put("arch", architecture.name());
    all.put("config", ZooConfig.write(architecture));
    return all;
  }

  private String how(String requested) {
    if (requested != null) {
      return " as asked for";
    }
    return metadata.containsKey("arch")
        ? " as its metadata says"
        : ", recognised by names and shapes";
  }

  private Architecture architecture(String requested) {
    String arch = metadata.get("arch");
    Architecture own = arch == null ? null : fromMetadata(arch);
    if (requested == null) {
      return own == null ? recognised() : own;
    }
    boolean same =
        own != null && (requested.equals(own.name()) || requested.equals(Zoo.base(own.name())));
    return same ? own : Zoo.architecture(requested);
  }

  private Architecture recognised() {
    Map<String, Shape> shapes = new TreeMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    Architecture guess = ArchitectureGuess.of(shapes);
    if (guess == null) {
      throw new ModelFormatException(
          file.toString(),
          -1,
          tensors.size() + " tensors of no known net, such as " + someNames(),
          "names and shapes of one of " + String.join(", ", Zoo.names()));
    }
    return guess;
  }

  private Architecture fromMetadata(String arch) {
    try {
      return ZooConfig.read(arch, metadata.get("config"));
    } catch (InputException e) {
      throw new ModelFormatException(
          file.toString(), -1, "metadata with " + e.where() + " = " + e.found(), e.expected(), e);
    }
  }

  private int classCount(Architecture architecture) {
    String name = architecture.classifier() + ".weight";
    Tensor weight = tensors.get(name);
    if (weight == null || weight.shape().rank() != 2 || weight.shape().extent(0) == 0) {
      throw new ModelFormatException(
          file.toString(),
          -1,
          weight == null ? "no " + name : name + " of shape " + weight.shape(),
          "the classifier's weight [classes, features] of " + architecture.name());
    }
    return weight.shape().extent(0);
  }

  private List<String> classes(int count) {
    List<String> names = ModelMetadata.classes(metadata, file);
    if (names.size() == count) {
      return names;
    }
    if (metadata.containsKey("classes")) {
      throw new ModelFormatException(
          file.toString(), -1, names.size() + " class names", count + ", one for each output");
    }
    return List.of();
  }

  private String someNames() {
    return String.join(", ", tensors.keySet().stream().limit(3).toList());
  }

  private static Map<String, Tensor> withoutWrapping(Map<String, Tensor> tensors) {
    Map<String, Tensor> plain = new TreeMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (!name.endsWith(COUNTER)) {
            plain.put(name.startsWith(WRAPPER) ? name.substring(WRAPPER.length()) : name, tensor);
          }
        });
    return plain;
  }
}
