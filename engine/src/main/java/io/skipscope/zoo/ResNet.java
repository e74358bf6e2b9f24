package io.skipscope.zoo;

import io.skipscope.error.InputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ImageNet nets of He et al. 2015, table 1, with the widths of ResNeXt and wide ResNets.
 *
 * <p>Stem 7x7 stride 2 and max pool 3x3 stride 2, then four stages of 64, 128, 256 and 512 channels
 * (times 4 after a bottleneck); each stage but the first halves the size.
 *
 * @param blocks per stage
 * @param bottleneck whether blocks are 1x1, 3x3, 1x1 rather than 3x3, 3x3
 * @param groups of the 3x3 in a bottleneck
 * @param widthPerGroup channels per group of the 3x3 in a bottleneck of the first stage
 * @param strideOnFirst v1: the stride is on a bottleneck's first 1x1, as in the paper, not on its
 *     3x3 (v1.5, as in torchvision)
 * @param shortcuts false for a plain net
 */
public record ResNet(
    List<Integer> blocks,
    boolean bottleneck,
    int groups,
    int widthPerGroup,
    boolean strideOnFirst,
    boolean shortcuts)
    implements Architecture {
  private static final int EXPANSION = 4;

  /**
   * @throws InputException if there are not four stages
   */
  public ResNet {
    blocks = List.copyOf(blocks);
    if (blocks.size() != 4) {
      throw new InputException(
          "blocks of a ResNet", blocks.toString(), "a number for each of 4 stages");
    }
  }

  static ResNet basic(int... blocks) {
    return new ResNet(list(blocks), false, 1, 64, false, true);
  }

  static ResNet bottleneck(int... blocks) {
    return new ResNet(list(blocks), true, 1, 64, false, true);
  }

  ResNet withWidth(int newGroups, int newWidthPerGroup) {
    return new ResNet(blocks, bottleneck, newGroups, newWidthPerGroup, strideOnFirst, shortcuts);
  }

  ResNet v1() {
    return new ResNet(blocks, bottleneck, groups, widthPerGroup, true, shortcuts);
  }

  ResNet plain() {
    return new ResNet(blocks, bottleneck, groups, widthPerGroup, strideOnFirst, false);
  }

  @Override
  public String name() {
    int convsPerBlock = bottleneck ? 3 : 2;
    int layers = 2 + convsPerBlock * blocks.stream().mapToInt(Integer::intValue).sum();
    String name = (shortcuts ? "resnet" : "plain") + layers;
    if (groups > 1) {
      name = "resnext" + layers + "_" + groups + "x" + widthPerGroup + "d";
    } else if (widthPerGroup != 64) {
      name = "wide_resnet" + layers + "_" + widthPerGroup / 64;
    }
    return name + (strideOnFirst ? ":v1" : "");
  }

  @Override
  public Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("blocks", blocks);
    config.put("bottleneck", bottleneck);
    config.put("groups", groups);
    config.put("widthPerGroup", widthPerGroup);
    config.put("strideOnFirst", strideOnFirst);
    config.put("shortcuts", shortcuts);
    return config;
  }

  @Override
  public int inputSize() {
    return 224;
  }

  @Override
  public int defaultClasses() {
    return 1000;
  }

  @Override
  public String classifier() {
    return "fc";
  }

  @Override
  public String layers(NetBuilder net, String input, int classes) {
    String x = net.conv("conv1", input, 64, 7, 2);
    x = net.batchNorm("bn1", x);
    x = net.relu("relu", x);
    x = net.maxPool("maxpool", x, 3, 2);
    for (int stage = 0; stage < blocks.size(); stage++) {
      for (int i = 0; i < blocks.get(stage); i++) {
        x = block(net, x, stage, i);
      }
    }
    return net.head(classifier(), x, classes);
  }

  private String block(NetBuilder net, String x, int stage, int index) {
    int planes = 64 << stage;
    ResNetBlock block =
        new ResNetBlock(
            "layer" + (stage + 1) + "." + index,
            bottleneck ? planes * EXPANSION : planes,
            index == 0 && stage > 0 ? 2 : 1,
            shortcuts ? Shortcut.PROJECTION : Shortcut.NONE,
            "downsample");
    int width = planes * widthPerGroup / 64 * groups;
    return bottleneck
        ? block.bottleneck(net, x, width, groups, strideOnFirst)
        : block.basic(net, x);
  }

  private static List<Integer> list(int... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
