package io.skipscope.load;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.job.Job;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.ZooConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trained nets that come with the program: class path resources {@code weights/NAME.safetensors},
 * whose names stand in {@code weights/index.txt}, one a line. None where that file is absent.
 */
public final class BundledWeights {
  private static final String FOLDER = "weights/";

  private final ClassLoader loader;

  BundledWeights(ClassLoader loader) {
    this.loader = loader;
  }

  /** Those on the program's own class path. */
  public static BundledWeights onClassPath() {
    return new BundledWeights(BundledWeights.class.getClassLoader());
  }

  public List<String> names() {
    try (InputStream in = loader.getResourceAsStream(FOLDER + "index.txt")) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw unreadable("index.txt", e);
    }
  }

  /**
   * @param name one of {@link #names}
   * @throws InputException if there are no such weights
   */
  public LoadedModel open(String name, Job job) {
    try (InputStream in = loader.getResourceAsStream(FOLDER + name + ".safetensors")) {
      if (in == null) {
        throw new InputException("bundled weights " + name, "none", "one of " + names());
      }
      return read(name, in, job);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** The bundled net of exactly this architecture, configuration included. */
  public Optional<LoadedModel> matching(Architecture architecture, Job job) {
    return names().stream()
        .map(name -> open(name, job))
        .filter(model -> architecture(model).equals(architecture))
        .findFirst();
  }

  private static Architecture architecture(LoadedModel model) {
    return ZooConfig.read(model.metadata().get("arch"), model.metadata().get("config"));
  }

  /** By way of a temporary file, since formats read files and a resource may lie in a jar. */
  private static LoadedModel read(String name, InputStream in, Job job) throws IOException {
    Path folder = Files.createTempDirectory("skipscope");
    Path file = folder.resolve(name + ".safetensors");
    try {
      Files.copy(in, file);
      LoadedModel model = ModelFiles.open(file, null, job);
      return model.withOrigin(
          "bundled weights " + name + " (" + model.metadata().get("arch") + ")");
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static InputException unreadable(String name, IOException e) {
    return new InputException(
        "bundled weights " + name, IoReason.of(e), "readable files of the program", e);
  }
}
