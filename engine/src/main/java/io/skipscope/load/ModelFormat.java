package io.skipscope.load;

import io.skipscope.job.Job;
import java.nio.file.Path;

/**
 * A file format of models: one folder, and one line in {@code
 * META-INF/services/io.skipscope.load.ModelFormat}.
 */
public interface ModelFormat {
  /** For messages, such as {@code ONNX}. */
  String name();

  /**
   * A cheap look at a file.
   *
   * @param head its first bytes, at most 4096
   * @param fileName its name, to decide between what the bytes leave open
   */
  boolean matches(byte[] head, String fileName);

  /**
   * Reads the file.
   *
   * @param architecture zoo name that the user asked for, for files that hold weights only; null to
   *     recognise it from names and shapes
   * @throws io.skipscope.error.ModelFormatException if it cannot be read
   * @throws io.skipscope.error.UnsupportedOperatorException listing all unsupported operators
   */
  LoadedModel open(Path file, String architecture, Job job);
}
