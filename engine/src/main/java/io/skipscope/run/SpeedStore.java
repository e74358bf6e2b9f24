package io.skipscope.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.InputException;
import io.skipscope.job.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measured speeds, kept in a file from one start to the next.
 *
 * <p>A new driver is measured anew. A file that cannot be read or written costs a measurement and
 * one line, nothing more.
 */
final class SpeedStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Consumer<String> problems;
  private final Map<String, DeviceSpeed> speeds;

  /**
   * @param file a JSON object: device and driver to {@link DeviceSpeed}; need not exist
   * @param problems told one line for each failure
   */
  SpeedStore(Path file, Consumer<String> problems) {
    this.file = file;
    this.problems = problems;
    speeds = new TreeMap<>(read());
  }

  Optional<DeviceSpeed> get(DeviceInfo device) {
    return Optional.ofNullable(speeds.get(key(device)));
  }

  void put(DeviceInfo device, DeviceSpeed speed) {
    speeds.put(key(device), speed);
    try {
      byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(speeds);
      AtomicFile.write(file, out -> out.write(content));
    } catch (JacksonException | InputException e) {
      problems.accept(file + ": measured speeds are not kept: " + e.getMessage());
    }
  }

  private Map<String, DeviceSpeed> read() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      Map<String, DeviceSpeed> found =
          JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
      if (found == null || found.values().stream().anyMatch(SpeedStore::isImpossible)) {
        throw new IOException("a speed that cannot be");
      }
      return found;
    } catch (IOException e) {
      problems.accept(file + ": ignored, it holds no measured speeds; they are measured anew");
      return Map.of();
    }
  }

  private static boolean isImpossible(DeviceSpeed speed) {
    return speed == null || !(speed.peakGflops() > 0) || !(speed.copyGbps() > 0);
  }

  private static String key(DeviceInfo device) {
    return String.join(
        " | ", List.of(device.platform(), device.vendor(), device.name(), device.driver()));
  }
}
