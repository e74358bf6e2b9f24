package io.skipscope.load;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.error.ModelFormatException;
import io.skipscope.job.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Opens model files of every known format, which is told by looking into the file. */
public final class ModelFiles {
  private static final int HEAD_BYTES = 4096;

  private ModelFiles() {}

  /**
   * @param architecture zoo name for files that hold weights only; null to recognise it
   * @throws InputException if there is no such file, or it cannot be read
   * @throws ModelFormatException if no format knows it, or its content is at fault
   */
  public static LoadedModel open(Path file, String architecture, Job job) {
    byte[] head = head(file);
    String name = String.valueOf(file.getFileName());
    ModelFormat format = format(head, name);
    if (format == null) {
      throw new ModelFormatException(
          file.toString(), -1, "content of no known format", "one of " + formatNames());
    }
    job.progress("Reading " + name, 0, 0);
    return read(format, file, architecture, job);
  }

  /** By content alone; only what no format knows goes by its name, so that faults are explained. */
  private static ModelFormat format(byte[] head, String fileName) {
    for (String name : List.of("", fileName)) {
      for (ModelFormat format : formats()) {
        if (format.matches(head, name)) {
          return format;
        }
      }
    }
    return null;
  }

  /** Formats in the order of their registration. */
  static List<ModelFormat> formats() {
    List<ModelFormat> formats = new ArrayList<>();
    ServiceLoader.load(ModelFormat.class, ModelFiles.class.getClassLoader()).forEach(formats::add);
    return formats;
  }

  private static String formatNames() {
    return String.join(", ", formats().stream().map(ModelFormat::name).toList());
  }

  private static LoadedModel read(ModelFormat format, Path file, String architecture, Job job) {
    try {
      return format.open(file, architecture, job);
    } catch (InternalError e) {
      throw new ModelFormatException(
          file.toString(), -1, "that it became shorter", "a file that nobody is writing", e);
    } catch (OutOfMemoryError e) {
      throw new ModelFormatException(
          file.toString(),
          -1,
          format.name() + " that needs more memory than there is",
          "a smaller model, or more memory for Java (-Xmx)",
          e);
    }
  }

  private static byte[] head(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file.toString(), "a folder", "a file of " + formatNames());
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), IoReason.of(e), "a model file: " + formatNames(), e);
    }
    if (head.length == 0) {
      throw new ModelFormatException(file.toString(), 0, "an empty file", formatNames());
    }
    return head;
  }
}
