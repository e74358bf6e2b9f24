package io.skipscope.op.conv;

import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Random convolutions of few geometries, because each is a program that has to be compiled: what is
 * an argument to the blocked kernels is random, what is a macro is not.
 */
final class BlockedConvCases {
  /** Pads that the kernels meet, in the order top, left, bottom, right. */
  private static final int[][] PADS = {{0, 0, 0, 0}, {1, 1, 1, 1}, {2, 0, 1, 3}, {0, 2, 3, 1}};

  /**
   * What macros depend on.
   *
   * @param inChannels 0 for any number, as many as output channels, which do not mix
   */
  private record Geometry(
      int kernel, int stride, int dilation, int outWidth, int inChannels, int groups) {
    Geometry(int kernel, int stride, int dilation, int outWidth, int inChannels) {
      this(kernel, stride, dilation, outWidth, inChannels, 1);
    }

    boolean isForWinograd() {
      return inChannels > 32 && kernel == 3 && groups == 1;
    }
  }

  private static final List<Geometry> GEOMETRIES =
      List.of(
          new Geometry(1, 1, 1, 7, 21),
          new Geometry(1, 2, 1, 9, 13),
          new Geometry(1, 1, 1, 1, 40),
          new Geometry(3, 1, 1, 9, 11),
          new Geometry(3, 2, 1, 5, 8),
          new Geometry(2, 1, 2, 3, 17),
          new Geometry(7, 2, 1, 8, 3),
          new Geometry(3, 1, 1, 10, 0),
          new Geometry(3, 2, 1, 7, 0),
          new Geometry(5, 1, 2, 4, 0),
          new Geometry(3, 1, 1, 18, 35),
          new Geometry(3, 1, 1, 7, 33),
          new Geometry(3, 1, 1, 6, 40, 10),
          new Geometry(3, 2, 1, 5, 48, 3),
          new Geometry(1, 1, 1, 7, 21, 7),
          new Geometry(3, 1, 1, 7, 11, 11),
          new Geometry(7, 2, 1, 5, 3, 3));

  private BlockedConvCases() {}

  static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int kind = (int) (seed % GEOMETRIES.size());
    int round = (int) (seed / GEOMETRIES.size() % 2);
    Geometry geometry = GEOMETRIES.get(kind);
    boolean isDepthwise = geometry.inChannels() == 0;
    int outChannels = outChannels(random, geometry, kind + round);
    int inChannels = isDepthwise ? outChannels : geometry.inChannels();
    int[] pads = geometry.kernel() == 1 ? PADS[0] : random.pick(List.of(PADS)).clone();
    if (geometry.isForWinograd()) {
      Arrays.setAll(pads, side -> Math.min(1, pads[side]));
    }
    ConvAttributes attributes =
        new ConvAttributes(
            geometry.isForWinograd() ? 1 : random.between(1, 3),
            geometry.stride(),
            pads[0],
            pads[1],
            pads[2],
            pads[3],
            geometry.dilation(),
            geometry.dilation(),
            isDepthwise ? inChannels : geometry.groups());
    int span = geometry.dilation() * (geometry.kernel() - 1) + 1;
    int leastHeight = Math.max(1, span - pads[0] - pads[2]);
    int width = (geometry.outWidth() - 1) * geometry.stride() + span - pads[1] - pads[3];
    Shape input =
        Shape.of(
            random.between(1, 5),
            inChannels,
            random.between(leastHeight, leastHeight + 9),
            Math.max(width, 1));
    Shape weight =
        Shape.of(
            outChannels, inChannels / attributes.groups(), geometry.kernel(), geometry.kernel());
    return ConvCases.checked(
        random, attributes, input, weight, EpilogueOracle.kind(kind + round * 3));
  }

  /**
   * Few channels for depthwise, several for each of many groups, else four or three blocks in turn,
   * or more of them for Winograd.
   */
  private static int outChannels(RandomSource random, Geometry geometry, int turn) {
    if (geometry.inChannels() == 0) {
      return random.between(2, 20);
    }
    if (geometry.groups() > 1) {
      return geometry.groups() * random.between(2, 9);
    }
    int blocks = (turn % 2 == 0 ? 4 : 3) * (geometry.isForWinograd() ? 2 : 1);
    return random.between(blocks * 8 - 7, blocks * 8);
  }
}
