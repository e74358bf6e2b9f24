package io.skipscope.run.multi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.skipscope.job.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what devices did as a file for chrome://tracing or Perfetto, one row a device queue.
 *
 * <p>Source: "Trace Event Format", complete events (X) and metadata (M), in JSON.
 */
public final class ChromeTrace {
  private static final double NANOS_PER_MICRO = 1e3;

  private ChromeTrace() {}

  /**
   * @throws io.skipscope.error.InputException if the file cannot be written
   */
  public static void write(Path file, List<Span> spans) {
    AtomicFile.write(
        file,
        out -> {
          try (JsonGenerator json =
              new JsonFactory()
                  .createGenerator(out)
                  .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeArrayFieldStart("traceEvents");
            writeEvents(json, spans);
            json.writeEndArray();
            json.writeEndObject();
          }
        });
  }

  private static void writeEvents(JsonGenerator json, List<Span> spans) throws IOException {
    List<String> rows = spans.stream().map(Span::device).sorted().distinct().toList();
    for (String device : rows) {
      begin(json, "M", "thread_name", rows.indexOf(device));
      json.writeObjectFieldStart("args");
      json.writeStringField("name", "device " + device);
      json.writeEndObject();
      json.writeEndObject();
    }
    long first = spans.stream().mapToLong(Span::startNanos).min().orElse(0);
    for (Span span : spans) {
      begin(json, "X", "frame " + span.frame() + ": " + span.what(), rows.indexOf(span.device()));
      json.writeNumberField("ts", (span.startNanos() - first) / NANOS_PER_MICRO);
      json.writeNumberField("dur", span.elapsedNanos() / NANOS_PER_MICRO);
      json.writeObjectFieldStart("args");
      json.writeNumberField("frame", span.frame());
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static void begin(JsonGenerator json, String phase, String name, int row)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ph", phase);
    json.writeStringField("name", name);
    json.writeNumberField("pid", 1);
    json.writeNumberField("tid", row);
  }
}
