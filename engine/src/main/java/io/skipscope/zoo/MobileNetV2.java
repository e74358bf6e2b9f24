package io.skipscope.zoo;

import io.skipscope.error.InputException;
import io.skipscope.graph.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MobileNetV2 (Sandler et al. 2018, table 2), with torchvision's module paths and rounding.
 *
 * @param widthMultiplier scales every width but the last layer's, which it only enlarges
 * @param stemStride 1 or 2
 * @param stageStrides the first block's stride of each of the seven stages
 */
public record MobileNetV2(double widthMultiplier, int stemStride, List<Integer> stageStrides)
    implements Architecture {
  /** What the paper uses for pictures of 224x224. */
  public static final List<Integer> PAPER_STRIDES = List.of(1, 2, 2, 2, 1, 2, 1);

  private static final int[] EXPAND_RATIOS = {1, 6, 6, 6, 6, 6, 6};
  private static final int[] WIDTHS = {16, 24, 32, 64, 96, 160, 320};
  private static final int[] REPEATS = {1, 2, 3, 4, 3, 3, 1};

  /**
   * @throws InputException if the multiplier is not above 0, or a stride is neither 1 nor 2, or
   *     there are not seven stages
   */
  public MobileNetV2 {
    stageStrides = List.copyOf(stageStrides);
    if (!(widthMultiplier > 0 && widthMultiplier <= 8)) {
      throw new InputException(
          "width of mobilenet_v2", "" + widthMultiplier, "a number above 0 and up to 8");
    }
    if (stageStrides.size() != WIDTHS.length) {
      throw new InputException(
          "stageStrides of mobilenet_v2", stageStrides.toString(), WIDTHS.length + " numbers");
    }
    if (!isStride(stemStride) || !stageStrides.stream().allMatch(MobileNetV2::isStride)) {
      throw new InputException(
          "strides of mobilenet_v2", stemStride + " and " + stageStrides, "only 1 and 2");
    }
  }

  /** The paper's net, for pictures of 224x224. */
  public static MobileNetV2 ofWidth(double widthMultiplier) {
    return new MobileNetV2(widthMultiplier, 2, PAPER_STRIDES);
  }

  @Override
  public String name() {
    return widthMultiplier == 1 ? "mobilenet_v2" : "mobilenet_v2:" + widthMultiplier;
  }

  @Override
  public Map<String, Object> config() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("widthMultiplier", widthMultiplier);
    config.put("stemStride", stemStride);
    config.put("stageStrides", stageStrides);
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
    return "classifier.1";
  }

  @Override
  public String layers(NetBuilder net, String input, int classes) {
    String x = net.conv("features.0.0", input, scaled(32), 3, stemStride);
    x = net.batchNorm("features.0.1", x);
    x = net.activation("features.0.2", x, Activation.RELU6);
    int index = 1;
    for (int stage = 0; stage < WIDTHS.length; stage++) {
      for (int i = 0; i < REPEATS[stage]; i++) {
        int stride = i == 0 ? stageStrides.get(stage) : 1;
        x = block(net, "features." + index, x, scaled(WIDTHS[stage]), stride, EXPAND_RATIOS[stage]);
        index++;
      }
    }
    x = net.conv("features.18.0", x, lastChannels(), 1, 1);
    x = net.batchNorm("features.18.1", x);
    x = net.activation("features.18.2", x, Activation.RELU6);
    return net.head(classifier(), x, classes);
  }

  /** Expand 1x1 (absent at ratio 1), depthwise 3x3, linear 1x1; a sum only where shapes agree. */
  private static String block(
      NetBuilder net, String name, String x, int outChannels, int stride, int ratio) {
    int hidden = net.channels(x) * ratio;
    int index = 0;
    String y = x;
    if (ratio != 1) {
      String path = name + ".conv." + index++;
      y = net.batchNorm(path + ".1", net.conv(path + ".0", y, hidden, 1, 1));
      y = net.activation(path + ".2", y, Activation.RELU6);
    }
    String path = name + ".conv." + index++;
    y = net.batchNorm(path + ".1", net.conv(path + ".0", y, hidden, 3, stride, hidden));
    y = net.activation(path + ".2", y, Activation.RELU6);
    y = net.conv(name + ".conv." + index++, y, outChannels, 1, 1);
    String norm = name + ".conv." + index;
    boolean hasShortcut = stride == 1 && net.channels(x) == outChannels;
    return hasShortcut
        ? net.add(name + ".add", x, net.residualBatchNorm(norm, y))
        : net.batchNorm(norm, y);
  }

  /** Output channels of the stem, of the seven stages, and of the last convolution. */
  public List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(List.of(scaled(32)));
    for (int width : WIDTHS) {
      widths.add(scaled(width));
    }
    widths.add(lastChannels());
    return widths;
  }

  private int lastChannels() {
    return roundToEight(1280 * Math.max(1, widthMultiplier));
  }

  private int scaled(int width) {
    return roundToEight(width * widthMultiplier);
  }

  /** torchvision's _make_divisible: to the nearest multiple of 8, never below 90 percent. */
  static int roundToEight(double width) {
    int rounded = Math.max(8, (int) (width + 4) / 8 * 8);
    return rounded < 0.9 * width ? rounded + 8 : rounded;
  }

  private static boolean isStride(int stride) {
    return stride == 1 || stride == 2;
  }
}
