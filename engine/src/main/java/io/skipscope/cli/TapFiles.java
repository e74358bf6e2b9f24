package io.skipscope.cli;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.image.Npy;
import io.skipscope.image.PngWriter;
import io.skipscope.image.TiffWriter;
import io.skipscope.job.Job;
import io.skipscope.load.safetensors.SafetensorsFile;
import io.skipscope.run.RunResult;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a run gave into a folder: a file per tap, and {@code output.npy}. */
final class TapFiles {
  /** How taps are written. */
  enum Format {
    NPY,
    PNG,
    TIFF,
    SAFETENSORS
  }

  private TapFiles() {}

  /** The files that were written. */
  static List<Path> write(Path folder, Format format, RunResult result, Job job) {
    List<Path> files = new ArrayList<>();
    if (format == Format.SAFETENSORS && !result.taps().isEmpty()) {
      files.add(folder.resolve("taps.safetensors"));
      new SafetensorsFile(tensors(result), Map.of()).write(files.get(0));
    } else {
      for (TapFrame tap : result.taps()) {
        job.progress("Writing taps", files.size(), result.taps().size());
        files.add(writeOne(folder, format, tap, result));
      }
    }
    Path output = folder.resolve("output.npy");
    Npy.write(output, result.output());
    files.add(output);
    return files;
  }

  private static Path writeOne(Path folder, Format format, TapFrame tap, RunResult result) {
    Path file = folder.resolve(fileName(tap.name()) + "." + format.name().toLowerCase(Locale.ROOT));
    switch (format) {
      case PNG -> PngWriter.writeGrid(file, tap.tensor(), scale(tap, result));
      case TIFF -> TiffWriter.write(file, Map.of(tap.name(), tap.tensor()));
      default -> Npy.write(file, tap.tensor());
    }
    return file;
  }

  /** One scale for the taps of one block, so that their pictures can be compared. */
  private static ColorScale scale(TapFrame tap, RunResult result) {
    String block = block(tap.name());
    float[][] together =
        result.taps().stream()
            .filter(other -> block(other.name()).equals(block))
            .map(other -> other.tensor().data())
            .toArray(float[][]::new);
    return ColorScale.symmetric(ColorMap.DIVERGING, together);
  }

  private static String block(String tap) {
    return tap.contains(".") ? tap.substring(0, tap.lastIndexOf('.')) : tap;
  }

  private static Map<String, Tensor> tensors(RunResult result) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    result.taps().forEach(tap -> tensors.put(tap.name(), tap.tensor()));
    return tensors;
  }

  /** Names in model files may hold anything; a file's name stays inside its folder. */
  private static String fileName(String tap) {
    return tap.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
