package io.skipscope.zoo;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The networks that are built in code, by name. */
public final class Zoo {
  private static final Map<String, Architecture> BY_NAME = new LinkedHashMap<>();

  static {
    add(ResNet.basic(2, 2, 2, 2));
    add(ResNet.basic(3, 4, 6, 3));
    add(ResNet.bottleneck(3, 4, 6, 3));
    add(ResNet.bottleneck(3, 4, 23, 3));
    add(ResNet.bottleneck(3, 8, 36, 3));
    add(ResNet.bottleneck(3, 4, 6, 3).withWidth(32, 4));
    add(ResNet.bottleneck(3, 4, 6, 3).withWidth(1, 128));
    for (int blocksPerStage : new int[] {3, 5, 7, 9, 18}) {
      add(new CifarResNet(blocksPerStage, Shortcut.PADDED));
      add(new CifarResNet(blocksPerStage, Shortcut.NONE));
    }
    add(ResNet.basic(2, 2, 2, 2).plain());
    add(ResNet.basic(3, 4, 6, 3).plain());
    add(MobileNetV2.ofWidth(1));
  }

  private Zoo() {}

  /**
   * All names without variants, such as {@code resnet50}, {@code plain20}, {@code mobilenet_v2}.
   */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** Whether a text is meant as a zoo name: its part before a colon is one. */
  public static boolean isName(String spec) {
    return BY_NAME.containsKey(base(spec));
  }

  /**
   * The architecture of a name, with its variant after a colon: {@code :v1} for a bottleneck's
   * stride on the first 1x1 (which basic blocks have nothing of), {@code :A} or {@code :B} for the
   * shortcuts of a CIFAR net, a number such as {@code :0.5} for MobileNetV2's width.
   *
   * @throws InputException if there is no such name or variant
   */
  public static Architecture architecture(String spec) {
    Architecture architecture = BY_NAME.get(base(spec));
    if (architecture == null) {
      throw new InputException("model " + spec, "no such zoo name", near(base(spec)));
    }
    return spec.contains(":")
        ? variant(spec, architecture, spec.substring(spec.indexOf(':') + 1))
        : architecture;
  }

  /** A seeded net with its default number of classes and input size. */
  public static Graph build(String spec, long seed) {
    Architecture architecture = architecture(spec);
    int size = architecture.inputSize();
    return architecture.build(
        HeInitialisation.seeded(seed), architecture.defaultClasses(), size, size);
  }

  private static Architecture variant(String spec, Architecture architecture, String variant) {
    if (architecture instanceof ResNet net && net.shortcuts() && variant.equals("v1")) {
      return net.bottleneck() ? net.v1() : net;
    }
    if (architecture instanceof CifarResNet net && net.shortcut() == Shortcut.PADDED) {
      if (variant.equals("A")) {
        return net;
      }
      if (variant.equals("B")) {
        return new CifarResNet(net.blocksPerStage(), Shortcut.PROJECTION);
      }
    }
    if (architecture instanceof MobileNetV2 && variant.matches("\\d*\\.?\\d+")) {
      return MobileNetV2.ofWidth(Double.parseDouble(variant));
    }
    throw new InputException("model " + spec, "variant :" + variant, variantsOf(architecture));
  }

  private static String variantsOf(Architecture architecture) {
    if (architecture instanceof ResNet net && net.shortcuts()) {
      return ":v1 or none";
    }
    if (architecture instanceof CifarResNet net && net.shortcut() == Shortcut.PADDED) {
      return ":A, :B or none";
    }
    return architecture instanceof MobileNetV2 ? "a width such as :0.5" : "none";
  }

  private static void add(Architecture architecture) {
    BY_NAME.put(architecture.name(), architecture);
  }

  /** A zoo name without its variant. */
  public static String base(String spec) {
    return spec.contains(":") ? spec.substring(0, spec.indexOf(':')) : spec;
  }

  private static String near(String name) {
    List<String> nearest =
        names().stream()
            .sorted(Comparator.comparingInt(known -> editDistance(name, known)))
            .limit(4)
            .toList();
    return "a file, or a name such as " + String.join(", ", nearest);
  }

  /** Levenshtein's distance, one row of the table at a time. */
  private static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
