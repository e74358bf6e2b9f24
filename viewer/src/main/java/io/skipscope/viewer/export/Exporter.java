package io.skipscope.viewer.export;

import io.skipscope.error.InputException;
import io.skipscope.image.Npy;
import io.skipscope.image.PngWriter;
import io.skipscope.image.TiffWriter;
import io.skipscope.job.Job;
import io.skipscope.load.safetensors.SafetensorsFile;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a part of the window as its file's ending asks for, completely or not at all. */
public final class Exporter {
  private Exporter() {}

  /**
   * @param scale pixels per logical pixel, of a picture in pixels
   * @throws InputException if the ending asks for what the part cannot be written as, or the file
   *     cannot be written
   */
  public static void write(Exportable part, int scale, Path file, Job job) {
    switch (format(part, file)) {
      case PNG -> PngWriter.write(file, part.drawing().image(scale));
      case SVG -> SvgWriter.write(file, part.drawing());
      case TIFF -> TiffWriter.write(file, tensors(part));
      case NPY -> Npy.write(file, part.maps().get(0).numbers());
      case CSV -> CsvWriter.write(file, part.maps(), job);
      case SAFETENSORS -> new SafetensorsFile(tensors(part), Map.of()).write(file);
    }
  }

  private static ExportFormat format(Exportable part, Path file) {
    List<ExportFormat> possible = part.formats();
    return ExportFormat.of(file)
        .filter(possible::contains)
        .orElseThrow(
            () ->
                new InputException(
                    file.toString(),
                    Text.of("export.ending", ExportFormat.ending(file)),
                    Text.of("export.endings", part.drawing().name(), endings(possible))));
  }

  private static String endings(List<ExportFormat> formats) {
    return formats.stream()
        .map(format -> "." + format.extension())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Tensor> tensors(Exportable part) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    part.maps().forEach(maps -> tensors.put(maps.key(), maps.numbers()));
    return tensors;
  }
}
