package io.skipscope.kernels;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comment block that opens every {@code .cl} file: what the kernel computes and needs.
 *
 * <p>A line {@code Name: text} begins a field; lines up to the next field continue it. A drawing
 * may follow the last field after an empty line.
 */
public final class KernelHeader {
  /** The fields, in the order in which they are written. */
  public enum Field {
    NAME("Name"),
    COMPUTES("Computes"),
    INPUTS("Inputs"),
    OUTPUT("Output"),
    ND_RANGE("NDRange"),
    TUNABLES("Tunables"),
    REQUIRES("Requires"),
    FALLS_BACK_TO("Falls back to"),
    COST("Cost"),
    SOURCE("Source");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    /** As it stands in the files. */
    public String label() {
      return label;
    }
  }

  private final Map<Field, String> texts = new EnumMap<>(Field.class);

  private KernelHeader() {}

  /** Reads the header of a file's text; fields that it lacks are empty. */
  public static KernelHeader parse(String source) {
    KernelHeader header = new KernelHeader();
    Field current = null;
    for (String line : commentBlock(source)) {
      Optional<Field> begun = fieldOf(line);
      if (begun.isPresent()) {
        current = begun.get();
        header.texts.put(current, line.substring(current.label.length() + 1).strip());
      } else if (line.isBlank()) {
        current = null;
      } else if (current != null) {
        header.texts.merge(current, line, (before, more) -> (before + " " + more).strip());
      }
    }
    return header;
  }

  /** The text of a field, its lines joined by spaces; empty if the header lacks it. */
  public String text(Field field) {
    return texts.getOrDefault(field, "");
  }

  /** The kernel function's name. */
  public String name() {
    return text(Field.NAME);
  }

  private static List<String> commentBlock(String source) {
    String text = source.stripLeading();
    int end = text.indexOf("*/");
    if (!text.startsWith("/*") || end < 0) {
      return List.of();
    }
    return text.substring(2, end)
        .lines()
        .map(line -> line.strip().replaceFirst("^\\*+ ?", "").strip())
        .toList();
  }

  private static Optional<Field> fieldOf(String line) {
    return Arrays.stream(Field.values())
        .filter(field -> line.startsWith(field.label + ":"))
        .findFirst();
  }
}
