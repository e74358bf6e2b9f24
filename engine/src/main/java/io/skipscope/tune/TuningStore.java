package io.skipscope.tune;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.job.AtomicFile;
import io.skipscope.job.Home;
import io.skipscope.op.TunedKernels;
import io.skipscope.op.TunedKernels.Pick;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The picks of searches, kept from one start to the next: one JSON file a device. Any thread, and
 * any number of processes at once.
 *
 * <p>A file that cannot be read, or that is of another driver or of other kernel sources, is as
 * good as none: {@link TunedKernels#problems} says so in one line, and the next search replaces it.
 */
public final class TuningStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Locks on files hold between processes, not between the threads of one. */
  private static final Object THREADS = new Object();

  private final Path folder;

  /**
   * @param folder need not exist
   */
  TuningStore(Path folder) {
    this.folder = folder;
  }

  /** The store below {@link Home}. */
  public static TuningStore usual() {
    return new TuningStore(Home.folder().resolve("tuning"));
  }

  /** What searches on a device have found; reads the file anew. */
  public TunedKernels load(DeviceInfo device) {
    Path file = file(device);
    try {
      Optional<TuningFile> found = read(file);
      if (found.isEmpty()) {
        return TunedKernels.NONE;
      }
      String staleness = found.get().staleness(device);
      return staleness.isEmpty()
          ? new Picks(found.get().picks(), List.of())
          : ignored(file, staleness);
    } catch (IOException | RuntimeException e) {
      return ignored(file, "it cannot be read as a tuning file");
    }
  }

  /**
   * Adds picks to what is kept for a device; those of the same shape classes are replaced.
   *
   * @param found what {@link Tuner#tune} found on that device
   * @return the file
   * @throws InputException if the file cannot be written
   */
  public Path keep(DeviceInfo device, TuningResult found) {
    Path file = file(device);
    synchronized (THREADS) {
      try (FileChannel channel = openLockFile();
          FileLock lock = channel.lock()) {
        byte[] content =
            JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(merged(device, found));
        AtomicFile.write(file, out -> out.write(content));
      } catch (IOException e) {
        throw new InputException(
            file.toString(),
            "that it cannot be locked (" + IoReason.of(e) + ")",
            "a SKIPSCOPE_HOME that can be written to; what was found is not kept",
            e);
      }
    }
    return file;
  }

  /** What is kept already, as far as it still holds, with what was found. */
  private TuningFile merged(DeviceInfo device, TuningResult found) throws IOException {
    Map<ShapeClass, Pick> picks = new LinkedHashMap<>();
    Set<String> sources = new TreeSet<>(found.sources());
    if (load(device) instanceof Picks kept) {
      picks.putAll(kept.byShape());
    }
    if (!picks.isEmpty()) {
      read(file(device)).ifPresent(kept -> sources.addAll(kept.sources().keySet()));
    }
    picks.putAll(found.picks().byShape());
    return TuningFile.of(device, picks, sources);
  }

  /** Such as {@code cpu-skylake-avx512-1a2b3c4d.json}. */
  Path file(DeviceInfo device) {
    String name = TuningFile.name(device);
    String readable = device.name().replaceAll("[^A-Za-z0-9.-]+", "_");
    String unique = String.format("%08x", name.hashCode());
    return folder.resolve(readable + "-" + unique + ".json");
  }

  private FileChannel openLockFile() throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static Picks ignored(Path file, String reason) {
    String line =
        file + ": ignored, " + reason + "; untuned kernels run, run `skipscope tune` again";
    return new Picks(Map.of(), List.of(line));
  }

  private static Optional<TuningFile> read(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(JSON.readValue(Files.readAllBytes(file), TuningFile.class))
        : Optional.empty();
  }
}
