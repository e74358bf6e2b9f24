package io.skipscope.viewer.keep;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skipscope.job.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Records as JSON files. Any thread. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, true)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  /**
   * Reads a record of which the file may lack components, as one of an earlier version does.
   *
   * @param usual has the components that are missing
   * @return empty where the file holds something else
   */
  static <T> Optional<T> read(Path file, Class<T> type, T usual) {
    try {
      ObjectNode all = MAPPER.valueToTree(usual);
      if (MAPPER.readTree(file.toFile()) instanceof ObjectNode kept) {
        return Optional.of(MAPPER.treeToValue(all.setAll(kept), type));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * Reads a record of which some components, or components of these, may be missing, as those that
   * an earlier version did not know are.
   *
   * @param usual these components with what is meant where they are missing
   * @return empty where the file holds something else
   */
  static <T> Optional<T> read(Path file, Class<T> type, Map<String, ?> usual) {
    try {
      JsonNode kept = MAPPER.readTree(file.toFile());
      if (kept instanceof ObjectNode all) {
        usual.forEach(
            (name, value) -> all.set(name, completed(all.get(name), MAPPER.valueToTree(value))));
      }
      return Optional.ofNullable(MAPPER.treeToValue(kept, type));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static JsonNode completed(JsonNode kept, JsonNode usual) {
    if (kept == null) {
      return usual;
    }
    return kept instanceof ObjectNode inner && usual instanceof ObjectNode whole
        ? whole.setAll(inner)
        : kept;
  }

  /**
   * Writes a temporary file beside it, which is moved there.
   *
   * @throws IOException if the folder cannot be made or the record not be written
   * @throws io.skipscope.error.SkipscopeException if the file cannot be written
   */
  static void write(Path file, Object content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(file, out -> out.write(MAPPER.writeValueAsBytes(content)));
  }
}
