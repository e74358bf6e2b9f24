package io.skipscope.device.opencl;

import io.skipscope.device.DeviceInfo;
import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.job.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Compiled programs in files, kept from one start to the next, and what was built for which
 * purpose: the SHA-256 of the content, then the content. Any thread, and any number of processes at
 * once.
 *
 * <p>A file that cannot be used is as good as none: {@link #problems} says so in one line, and what
 * is made instead replaces it.
 */
final class ProgramStore {
  private static final String SUFFIX = ".bin";
  private static final int DIGEST_BYTES = 32;

  /** Some megabytes; what was kept for earlier drivers and sources goes first. */
  private static final int MOST_FILES = 1000;

  private final Path folder;
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private volatile boolean writable = true;

  /**
   * @param folder need not exist
   */
  ProgramStore(Path folder) {
    this.folder = folder;
  }

  /** One line for each file that was ignored, and one if nothing can be kept. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The file of a program: another device, driver, option or source has another one. */
  Path file(DeviceInfo device, String options, String source) {
    String identity =
        String.join(
            "\n",
            device.platform(),
            device.vendor(),
            device.name(),
            device.driver(),
            device.version(),
            device.computeUnits() + " compute units",
            options,
            source);
    byte[] digest = digest(identity.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(HexFormat.of().formatHex(digest) + SUFFIX);
  }

  /** What was kept in a file, complete; empty if nothing was. */
  Optional<byte[]> read(Path file) {
    try {
      return Files.exists(file) ? checked(file, Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      ignored(file, "it cannot be read (" + IoReason.of(e) + ")");
      return Optional.empty();
    }
  }

  private Optional<byte[]> checked(Path file, byte[] content) {
    if (content.length > DIGEST_BYTES) {
      byte[] binary = Arrays.copyOfRange(content, DIGEST_BYTES, content.length);
      if (Arrays.equals(digest(binary), Arrays.copyOf(content, DIGEST_BYTES))) {
        return Optional.of(binary);
      }
    }
    ignored(file, "its content is not what was written");
    return Optional.empty();
  }

  /**
   * Notes that a file is of no use.
   *
   * @param reason such as {@code it cannot be read}
   */
  void ignored(Path file, String reason) {
    problems.add(file + ": ignored, " + reason + "; it is made anew");
  }

  /** Whether keeping has not failed yet. */
  boolean isWritable() {
    return writable;
  }

  /** Keeps a binary, or says that it could not; after a failure, nothing more is kept. */
  boolean write(Path file, byte[] binary) {
    if (!writable) {
      return false;
    }
    try {
      AtomicFile.write(
          file,
          out -> {
            out.write(digest(binary));
            out.write(binary);
          });
      dropOldest();
    } catch (IOException | InputException e) {
      notKept(e.getMessage());
    }
    return writable;
  }

  /** Notes why no program is kept from now on. */
  void notKept(String reason) {
    writable = false;
    problems.add(folder + ": compiled programs are not kept: " + reason);
  }

  private void dropOldest() throws IOException {
    List<Path> oldest;
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
      oldest =
          all.size() <= MOST_FILES
              ? List.of()
              : all.stream()
                  .sorted(Comparator.comparingLong(ProgramStore::writtenMillis))
                  .limit(all.size() - MOST_FILES)
                  .toList();
    }
    for (Path file : oldest) {
      Files.deleteIfExists(file);
    }
  }

  private static long writtenMillis(Path file) {
    return file.toFile().lastModified();
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
