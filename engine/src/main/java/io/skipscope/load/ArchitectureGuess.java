package io.skipscope.load;

import io.skipscope.tensor.Shape;
import io.skipscope.zoo.Architecture;
import io.skipscope.zoo.CifarResNet;
import io.skipscope.zoo.MobileNetV2;
import io.skipscope.zoo.ResNet;
import io.skipscope.zoo.Shortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Recognises a net of the zoo by the names and shapes of its parameters.
 *
 * <p>What leaves no trace there is taken as the usual: strides (v1.5 and the paper's), and
 * shortcuts, since option A has no parameters and so looks like a plain net.
 */
final class ArchitectureGuess {
  private static final int[] STAGE_ENDS = {1, 3, 6, 10, 13, 16, 17};

  private final Map<String, Shape> shapes;

  private ArchitectureGuess(Map<String, Shape> shapes) {
    this.shapes = shapes;
  }

  /** The net that has these parameters, or null. */
  static Architecture of(Map<String, Shape> shapes) {
    return new ArchitectureGuess(shapes).guess();
  }

  private Architecture guess() {
    if (has("features.0.0.weight") && has("features.18.0.weight")) {
      return mobileNet();
    }
    if (!has("conv1.weight") || !has("layer1.0.conv1.weight")) {
      return null;
    }
    List<Integer> blocks = blocksPerStage();
    if (blocks.size() == 4) {
      return resNet(blocks);
    }
    boolean isCifar = blocks.size() == 3 && blocks.stream().distinct().count() == 1;
    return isCifar ? new CifarResNet(blocks.get(0), cifarShortcut()) : null;
  }

  private ResNet resNet(List<Integer> blocks) {
    boolean bottleneck = has("layer1.0.conv3.weight");
    Shape middle = shapes.get("layer1.0.conv2.weight");
    if (middle == null || middle.rank() != 4 || middle.channels() == 0) {
      return null;
    }
    int groups = bottleneck ? middle.batch() / middle.channels() : 1;
    int widthPerGroup = bottleneck ? middle.channels() : 64;
    boolean shortcuts = has("layer2.0.downsample.0.weight");
    return groups == 0
        ? null
        : new ResNet(blocks, bottleneck, groups, widthPerGroup, false, shortcuts);
  }

  private Shortcut cifarShortcut() {
    return has("layer2.0.shortcut.0.weight") ? Shortcut.PROJECTION : Shortcut.PADDED;
  }

  private List<Integer> blocksPerStage() {
    List<Integer> blocks = new ArrayList<>();
    for (int stage = 1; has("layer" + stage + ".0.conv1.weight"); stage++) {
      int count = 1;
      while (has("layer" + stage + "." + count + ".conv1.weight")) {
        count++;
      }
      blocks.add(count);
    }
    return blocks;
  }

  private MobileNetV2 mobileNet() {
    List<Integer> widths = new ArrayList<>(List.of(outputs("features.0.0.weight")));
    for (int end : STAGE_ENDS) {
      widths.add(outputs("features." + end + ".conv." + (end == 1 ? 1 : 2) + ".weight"));
    }
    widths.add(outputs("features.18.0.weight"));
    return multipliers()
        .map(MobileNetV2::ofWidth)
        .filter(net -> net.widths().equals(widths))
        .findFirst()
        .orElse(null);
  }

  /** The published ones first, then every twentieth. */
  private static Stream<Double> multipliers() {
    return Stream.concat(
        Stream.of(1.0, 0.75, 0.5, 0.35, 0.25, 1.3, 1.4),
        Stream.iterate(1, i -> i + 1).limit(60).map(i -> i / 20.0));
  }

  private int outputs(String name) {
    Shape shape = shapes.get(name);
    return shape == null || shape.rank() == 0 ? 0 : shape.extent(0);
  }

  private boolean has(String name) {
    return shapes.containsKey(name);
  }
}
