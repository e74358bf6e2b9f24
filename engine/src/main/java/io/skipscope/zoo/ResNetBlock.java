package io.skipscope.zoo;

/**
 * The two blocks of He et al. 2015, "Deep residual learning", figure 5: y = ReLU(F(x) + s(x)).
 *
 * @param name module path, such as {@code layer2.0}
 * @param outChannels of the sum
 * @param stride of the whole block
 * @param shortcut what s is where stride or width changes; elsewhere it is the identity
 * @param projectionName module path of a projection below the block's
 */
record ResNetBlock(
    String name, int outChannels, int stride, Shortcut shortcut, String projectionName) {

  /** 3x3, 3x3. */
  String basic(NetBuilder net, String x) {
    String y = net.conv(name + ".conv1", x, outChannels, 3, stride);
    y = net.batchNorm(name + ".bn1", y);
    y = net.relu(name + ".relu1", y);
    y = net.conv(name + ".conv2", y, outChannels, 3, 1);
    return close(net, x, name + ".bn2", y);
  }

  /**
   * 1x1, 3x3, 1x1.
   *
   * @param width channels in the middle
   * @param groups of the 3x3 (ResNeXt)
   * @param strideOnFirst whether the first 1x1 has the stride (v1, the paper) or the 3x3 (v1.5)
   */
  String bottleneck(NetBuilder net, String x, int width, int groups, boolean strideOnFirst) {
    String y = net.conv(name + ".conv1", x, width, 1, strideOnFirst ? stride : 1);
    y = net.batchNorm(name + ".bn1", y);
    y = net.relu(name + ".relu1", y);
    y = net.conv(name + ".conv2", y, width, 3, strideOnFirst ? 1 : stride, groups);
    y = net.batchNorm(name + ".bn2", y);
    y = net.relu(name + ".relu2", y);
    y = net.conv(name + ".conv3", y, outChannels, 1, 1);
    return close(net, x, name + ".bn3", y);
  }

  private String close(NetBuilder net, String x, String norm, String y) {
    String sum =
        shortcut == Shortcut.NONE
            ? net.batchNorm(norm, y)
            : net.add(name + ".add", net.residualBatchNorm(norm, y), shortcut(net, x));
    return net.relu(name + ".relu", sum);
  }

  private String shortcut(NetBuilder net, String x) {
    if (stride == 1 && net.channels(x) == outChannels) {
      return x;
    }
    return shortcut == Shortcut.PADDED ? padded(net, x) : projection(net, x);
  }

  private String projection(NetBuilder net, String x) {
    String path = name + "." + projectionName;
    return net.batchNorm(path + ".1", net.conv(path + ".0", x, outChannels, 1, stride));
  }

  private String padded(NetBuilder net, String x) {
    int before = (outChannels - net.channels(x)) / 2;
    int after = outChannels - net.channels(x) - before;
    String path = name + "." + projectionName;
    String pixels = net.subsample(path + ".slice", x, stride);
    return net.padChannels(path + ".pad", pixels, before, after);
  }
}
