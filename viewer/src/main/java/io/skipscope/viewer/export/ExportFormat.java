package io.skipscope.viewer.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How something is written to a file; the file's ending tells. */
public enum ExportFormat {
  /** A picture in pixels. */
  PNG,
  /** A drawing of lines and text, sharp at any size. */
  SVG,
  /** Numbers as 32-bit floats, a page for each map. */
  TIFF,
  /** The numbers of one value, for NumPy. */
  NPY,
  /** Numbers as text, a line for each. */
  CSV,
  /** The numbers of any number of values, under their names. */
  SAFETENSORS;

  /** The usual ending, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a file's ending asks for; empty for any other ending. */
  public static Optional<ExportFormat> of(Path file) {
    return switch (ending(file).toLowerCase(Locale.ROOT)) {
      case "png" -> Optional.of(PNG);
      case "svg" -> Optional.of(SVG);
      case "tif", "tiff" -> Optional.of(TIFF);
      case "npy" -> Optional.of(NPY);
      case "csv" -> Optional.of(CSV);
      case "safetensors" -> Optional.of(SAFETENSORS);
      default -> Optional.empty();
    };
  }

  /** What follows the last dot of a file's name; empty without one. */
  static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }

  /**
   * The file that the user meant: an ending that was typed decides, and else the kind of file that
   * was chosen.
   *
   * @param named as it came from the file dialog
   * @param offered whose ending the dialog had put there
   * @param chosen among the kinds of files in the dialog
   */
  public static Path meant(Path named, ExportFormat offered, ExportFormat chosen) {
    Optional<ExportFormat> ending = of(named);
    if (ending.isPresent() && (ending.get() != offered || chosen == offered)) {
      return named;
    }
    String name = named.getFileName().toString();
    String stem = ending.isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
    return named.resolveSibling(stem + "." + chosen.extension());
  }
}
