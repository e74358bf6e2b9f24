package io.skipscope.zoo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The 6n+2 layer nets of He et al. 2015, section 4.2, for pictures of 32x32: three stages of n
 * basic blocks with 16, 32 and 64 channels.
 *
 * @param blocksPerStage n
 * @param shortcut option A pads planes/4 zero channels on both sides; option B projects
 */
public record CifarResNet(int blocksPerStage, Shortcut shortcut) implements Architecture {
  @Override
  public String name() {
    int layers = 6 * blocksPerStage + 2;
    return switch (shortcut) {
      case PADDED -> "resnet" + layers;
      case PROJECTION -> "resnet" + layers + ":B";
      case NONE -> "plain" + layers;
    };
  }

  @Override
  public Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("blocksPerStage", blocksPerStage);
    switch (shortcut) {
      case PADDED -> {
        config.put("shortcut", "A");
        config.put("padding", "both");
      }
      case PROJECTION -> config.put("shortcut", "B");
      case NONE -> config.put("shortcut", "none");
    }
    return config;
  }

  @Override
  public int inputSize() {
    return 32;
  }

  @Override
  public int defaultClasses() {
    return 10;
  }

  @Override
  public String classifier() {
    return "linear";
  }

  @Override
  public String layers(NetBuilder net, String input, int classes) {
    String x = net.conv("conv1", input, 16, 3, 1);
    x = net.batchNorm("bn1", x);
    x = net.relu("relu", x);
    for (int stage = 0; stage < 3; stage++) {
      for (int i = 0; i < blocksPerStage; i++) {
        String name = "layer" + (stage + 1) + "." + i;
        int stride = i == 0 && stage > 0 ? 2 : 1;
        x = new ResNetBlock(name, 16 << stage, stride, shortcut, "shortcut").basic(net, x);
      }
    }
    return net.head(classifier(), x, classes);
  }
}
