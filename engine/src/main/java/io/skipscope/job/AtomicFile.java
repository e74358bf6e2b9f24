package io.skipscope.job;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file completely or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content of a file; the stream is buffered and closed by the caller. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes to a temporary file beside the target and then moves it there, so that a full disk or an
   * exception leaves what was there before. Missing folders are made. A target that is no regular
   * file, such as a pipe, is written directly.
   *
   * @throws InputException if the target cannot be written
   */
  public static void write(Path target, Content content) {
    try {
      if (Files.isDirectory(target)) {
        throw new IOException("a folder of that name");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        fill(target, content, StandardOpenOption.WRITE);
      } else {
        replace(target.toAbsolutePath(), content);
      }
    } catch (IOException e) {
      throw new InputException(
          target.toString(),
          "that it cannot be written (" + IoReason.of(e) + ")",
          "a folder that can be written to, with enough free space; nothing was changed",
          e);
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    Files.createDirectories(target.getParent());
    String unique = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    Path part = target.resolveSibling("." + target.getFileName() + "." + unique + ".part");
    try {
      fill(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Path file, Content content, StandardOpenOption... options)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options), 65536)) {
      content.writeTo(out);
    }
  }
}
