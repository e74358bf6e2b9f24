package io.skipscope.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.skipscope.error.InputException;
import io.skipscope.job.AtomicFile;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Measured numbers, kept in a JSON file from one start to the next. One thread.
 *
 * <p>A file that cannot be read or written costs a measurement and one line, nothing more.
 *
 * @param <T> what is kept under a key
 */
public final class Measurements<T> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final String what;
  private final Consumer<String> problems;
  private final Map<String, T> kept;

  /**
   * @param file a JSON object of values by key; need not exist
   * @param what the numbers in the user's words, such as {@code measured speeds}
   * @param type of a value, as Jackson reads it
   * @param possible whether a value that was read can have been measured
   * @param problems told one line for each failure
   */
  public Measurements(
      Path file, String what, Type type, Predicate<T> possible, Consumer<String> problems) {
    this.file = file;
    this.what = what;
    this.problems = problems;
    kept = new TreeMap<>(read(type, possible));
  }

  public Optional<T> get(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  public void put(String key, T value) {
    kept.put(key, value);
    write();
  }

  /** Forgets a value, so that it is measured anew. */
  public void remove(String key) {
    if (kept.remove(key) != null) {
      write();
    }
  }

  private void write() {
    try {
      byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept);
      AtomicFile.write(file, out -> out.write(content));
    } catch (JacksonException | InputException e) {
      problems.accept(file + ": " + what + " are not kept: " + e.getMessage());
    }
  }

  private Map<String, T> read(Type type, Predicate<T> possible) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      TypeFactory types = JSON.getTypeFactory();
      JavaType values = types.constructType(type);
      JavaType map =
          types.constructMapType(TreeMap.class, types.constructType(String.class), values);
      Map<String, T> found = JSON.readValue(Files.readAllBytes(file), map);
      if (found == null || !found.values().stream().allMatch(v -> v != null && possible.test(v))) {
        throw new IOException("a number that cannot be");
      }
      return found;
    } catch (IOException e) {
      problems.accept(file + ": ignored, it holds no " + what + "; they are measured anew");
      return Map.of();
    }
  }
}
