package io.skipscope.tune;

import io.skipscope.device.DeviceInfo;
import io.skipscope.kernels.KernelSources;
import io.skipscope.op.TunedKernels.Pick;
import io.skipscope.op.Tuning;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a tuning file holds, as JSON.
 *
 * @param device as {@link #name} gives it
 * @param sources the SHA-256 of the kernel sources that were timed, includes in place, by path
 * @param kernels one entry for each shape class
 */
record TuningFile(String device, String driver, Map<String, String> sources, List<Entry> kernels) {
  /** The pick of one shape class; see {@link ShapeClass} and {@link Pick}. */
  record Entry(
      String op,
      String attributes,
      List<List<Integer>> shapes,
      String variant,
      Map<String, Integer> tuning) {
    private static Entry of(ShapeClass shape, Pick pick) {
      return new Entry(
          shape.op(), shape.attributes(), shape.shapes(), pick.variant(), pick.tuning().settings());
    }
  }

  TuningFile {
    sources = new TreeMap<>(sources);
    kernels = List.copyOf(kernels);
  }

  /**
   * @param paths of kernel sources
   */
  static TuningFile of(DeviceInfo device, Map<ShapeClass, Pick> picks, Collection<String> paths) {
    Map<String, String> sources = new TreeMap<>();
    paths.forEach(path -> sources.put(path, digest(path)));
    List<Entry> kernels = new ArrayList<>();
    picks.forEach((shape, pick) -> kernels.add(Entry.of(shape, pick)));
    return new TuningFile(name(device), device.driver(), sources, kernels);
  }

  /** What a device is called from one driver version to the next. */
  static String name(DeviceInfo device) {
    return String.join(
        " | ",
        device.platform(),
        device.vendor(),
        device.name(),
        device.computeUnits() + " compute units");
  }

  /** Why it says nothing of a device as it is today, in a few words; empty if it does. */
  String staleness(DeviceInfo today) {
    if (!device.equals(name(today))) {
      return "it is of another device, " + device;
    }
    if (!today.driver().equals(driver)) {
      return "it is of driver " + driver + ", not of " + today.driver();
    }
    return sources.entrySet().stream()
        .filter(source -> !digest(source.getKey()).equals(source.getValue()))
        .map(source -> "the kernel " + source.getKey() + " has changed since")
        .findFirst()
        .orElse("");
  }

  Map<ShapeClass, Pick> picks() {
    Map<ShapeClass, Pick> picks = new LinkedHashMap<>();
    for (Entry entry : kernels) {
      picks.put(
          new ShapeClass(entry.op(), entry.attributes(), entry.shapes()),
          new Pick(entry.variant(), new Tuning(entry.tuning())));
    }
    return picks;
  }

  private static String digest(String path) {
    if (!KernelSources.exists(path)) {
      return "";
    }
    try {
      byte[] text = KernelSources.read(path).text().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
