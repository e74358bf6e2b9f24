package io.skipscope.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.image.InputSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that model files of every format carry for us: {@code input} ({@code 1x3x64x64}), {@code
 * mean} and {@code std} (comma-separated, in units of 0..1) and {@code classes} (comma-separated;
 * names that contain commas as a JSON list).
 */
public final class ModelMetadata {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final float[] IMAGENET_GREY_MEAN = {0.449f};
  private static final float[] IMAGENET_GREY_STD = {0.226f};

  private ModelMetadata() {}

  /**
   * Extents of key {@code input}, or null if the key is absent.
   *
   * @return [batch, channels, height, width]
   * @throws ModelFormatException if the text is not four positive numbers joined by x
   */
  public static int[] inputExtents(Map<String, String> metadata, Path file) {
    String text = metadata.get("input");
    if (text == null) {
      return null;
    }
    try {
      int[] extents =
          Arrays.stream(text.trim().split("x")).mapToInt(s -> Integer.parseInt(s.trim())).toArray();
      if (extents.length == 4 && Arrays.stream(extents).allMatch(e -> e > 0)) {
        return extents;
      }
    } catch (NumberFormatException e) {
      throw malformed(file, "input", text, "four numbers such as 1x3x224x224");
    }
    throw malformed(file, "input", text, "four positive numbers such as 1x3x224x224");
  }

  /**
   * How pictures are fed to a model: size of key {@code input}, else the model's own; {@code mean}
   * and {@code std} of those keys, else ImageNet's.
   *
   * @param channels of the model's input
   * @param height of the model's input, used where key {@code input} is absent
   * @param width likewise
   * @throws ModelFormatException if a key is malformed or does not fit the number of channels
   */
  public static InputSpec inputSpec(
      Map<String, String> metadata, Path file, int channels, int height, int width) {
    int[] extents = inputExtents(metadata, file);
    if (extents != null && extents[1] != channels) {
      throw malformed(file, "input", metadata.get("input"), channels + " channels as in the graph");
    }
    InputSpec spec =
        extents == null
            ? fallback(channels, height, width)
            : fallback(channels, extents[2], extents[3]);
    if (!metadata.containsKey("mean") && !metadata.containsKey("std")) {
      return spec;
    }
    float[] mean = numbers(metadata, "mean", file, spec.mean());
    float[] std = numbers(metadata, "std", file, spec.std());
    for (float deviation : std) {
      if (deviation <= 0) {
        throw malformed(file, "std", metadata.get("std"), "numbers above 0");
      }
    }
    return spec.withNormalisation(mean, std, "the file's metadata");
  }

  private static InputSpec fallback(int channels, int height, int width) {
    InputSpec imageNet = InputSpec.imageNet(height, width);
    if (channels == imageNet.channels()) {
      return imageNet;
    }
    if (channels == 1) {
      return imageNet.withNormalisation(
          IMAGENET_GREY_MEAN, IMAGENET_GREY_STD, "ImageNet's for grey, for want of others");
    }
    float[] ones = new float[channels];
    Arrays.fill(ones, 1);
    return imageNet.withNormalisation(new float[channels], ones, "none: not a picture's channels");
  }

  private static float[] numbers(
      Map<String, String> metadata, String key, Path file, float[] fallback) {
    String text = metadata.get(key);
    if (text == null) {
      return fallback;
    }
    String expected = fallback.length + " comma-separated numbers";
    String[] parts = text.split(",");
    if (parts.length != fallback.length) {
      throw malformed(file, key, text, expected + ", one per channel");
    }
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Float.parseFloat(parts[i].trim());
      } catch (NumberFormatException e) {
        throw malformed(file, key, text, expected);
      }
      if (!Float.isFinite(numbers[i])) {
        throw malformed(file, key, text, expected);
      }
    }
    return numbers;
  }

  /**
   * Class names by output index: key {@code classes}, else the lines of {@code NAME_labels.txt} or
   * {@code labels.txt} beside the model, else none.
   *
   * @throws ModelFormatException if a label file is there but cannot be read
   */
  public static List<String> classes(Map<String, String> metadata, Path file) {
    String text = metadata.get("classes");
    if (text != null && !text.isBlank()) {
      return parseClasses(text.trim(), file);
    }
    for (String name : List.of(baseName(file) + "_labels.txt", "labels.txt")) {
      Path labels = file.resolveSibling(name);
      if (Files.isRegularFile(labels)) {
        return readLabels(labels);
      }
    }
    return List.of();
  }

  private static List<String> parseClasses(String text, Path file) {
    if (!text.startsWith("[")) {
      return Arrays.stream(text.split(",")).map(String::trim).toList();
    }
    try {
      String[] names = JSON.readValue(text, String[].class);
      if (!Arrays.asList(names).contains(null)) {
        return List.of(names);
      }
    } catch (JsonProcessingException e) {
      throw malformed(file, "classes", text, "comma-separated names or a JSON list of names");
    }
    throw malformed(file, "classes", text, "names only in the list");
  }

  private static List<String> readLabels(Path labels) {
    try {
      List<String> lines =
          new ArrayList<>(
              Files.readString(labels, StandardCharsets.UTF_8).lines().map(String::trim).toList());
      while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
        lines.remove(lines.size() - 1);
      }
      return lines;
    } catch (IOException e) {
      throw new ModelFormatException(
          labels.toString(), -1, "unreadable text", "one class name a line, in UTF-8", e);
    }
  }

  /**
   * The inverse: {@code others} with the keys for this input and these classes set.
   *
   * @param classes key left out if empty
   */
  public static Map<String, String> describe(
      InputSpec input, List<String> classes, Map<String, String> others) {
    Map<String, String> metadata = new LinkedHashMap<>(others);
    metadata.put("input", "1x" + input.channels() + "x" + input.height() + "x" + input.width());
    metadata.put("mean", join(input.mean()));
    metadata.put("std", join(input.std()));
    if (!classes.isEmpty()) {
      metadata.put("classes", joinClasses(classes));
    }
    return metadata;
  }

  private static String join(float[] numbers) {
    List<String> texts = new ArrayList<>();
    for (float number : numbers) {
      texts.add(Float.toString(number));
    }
    return String.join(",", texts);
  }

  private static String joinClasses(List<String> classes) {
    if (classes.stream().noneMatch(c -> c.contains(",")) && !classes.get(0).startsWith("[")) {
      return String.join(",", classes);
    }
    try {
      return JSON.writeValueAsString(classes);
    } catch (JsonProcessingException e) {
      throw new InputException("class names", "text that JSON refuses", "Unicode names", e);
    }
  }

  /** A file's name without its last extension. */
  public static String baseName(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static ModelFormatException malformed(
      Path file, String key, String found, String expected) {
    String shown = found.length() > 60 ? found.substring(0, 60) + "..." : found;
    return new ModelFormatException(
        file.toString(), -1, "metadata " + key + " = " + shown, expected);
  }
}
