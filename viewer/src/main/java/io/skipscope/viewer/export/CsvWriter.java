package io.skipscope.viewer.export;

import io.skipscope.job.AtomicFile;
import io.skipscope.job.Job;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.text.Text;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes numbers as comma-separated text, a line for each, completely or not at all.
 *
 * <p>Format: RFC 4180 with a header line, but lines end with a line feed alone; UTF-8. Numbers have
 * the digits that give the same float again; channels, rows and columns count from 0.
 */
final class CsvWriter {
  private static final String HEADER = "value,channel,row,column,number\n";

  private CsvWriter() {}

  static void write(Path file, List<ExportedMaps> all, Job job) {
    AtomicFile.write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.write(HEADER);
          for (ExportedMaps maps : all) {
            write(text, maps, job);
          }
          text.flush();
        });
  }

  private static void write(Writer text, ExportedMaps maps, Job job) throws IOException {
    Shape shape = maps.numbers().shape();
    float[] numbers = maps.numbers().data();
    int channels = shape.rank() < 2 ? 1 : shape.channels();
    int area = numbers.length / Math.max(1, channels);
    int width = shape.rank() < 4 ? area : shape.width();
    String value = quoted(maps.value());
    for (int i = 0; i < numbers.length; i++) {
      int place = i % area;
      if (place == 0) {
        job.progress(Text.of("job.numbers", maps.value()), i / area, channels);
      }
      text.write(
          value
              + ","
              + (maps.firstChannel() + i / area)
              + ","
              + place / width
              + ","
              + place % width
              + ","
              + numbers[i]
              + "\n");
    }
  }

  private static String quoted(String field) {
    boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ');
    return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
