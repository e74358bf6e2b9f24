package io.skipscope.op.conv;

import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
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
   * @param inChannels 0 for any number, as many as output channels
   */
  private record Geometry(int kernel, int stride, int dilation, int outWidth, int inChannels) {}

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
          new Geometry(3, 1, 1, 7, 33));

  private BlockedConvCases() {}

  static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int kind = (int) (seed % GEOMETRIES.size());
    Geometry geometry = GEOMETRIES.get(kind);
    boolean isDepthwise = geometry.inChannels() == 0;
    boolean isPointwise = geometry.kernel() == 1;
    int outChannels = random.between(isDepthwise ? 2 : geometry.inChannels() > 32 ? 33 : 9, 39);
    int inChannels = isDepthwise ? outChannels : geometry.inChannels();
    int[] pads = isPointwise ? PADS[0] : random.pick(List.of(PADS));
    int stride = geometry.stride();
    int dilation = geometry.dilation();
    ConvAttributes attributes =
        new ConvAttributes(
            random.between(1, 3),
            stride,
            pads[0],
            pads[1],
            pads[2],
            pads[3],
            dilation,
            dilation,
            isDepthwise ? inChannels : 1);
    int span = dilation * (geometry.kernel() - 1) + 1;
    int width = (geometry.outWidth() - 1) * stride + span - pads[1] - pads[3];
    int least = Math.max(1, span - pads[0] - pads[2]);
    Shape input =
        Shape.of(
            random.between(1, 5),
            inChannels,
            random.between(least, least + 9),
            Math.max(width, Math.max(1, span - pads[1] - pads[3])));
    Shape weight =
        Shape.of(outChannels, isDepthwise ? 1 : inChannels, geometry.kernel(), geometry.kernel());
    long epilogue = kind + seed / GEOMETRIES.size() % 2 * 3;
    return ConvCases.checked(
        random, attributes, input, weight, EpilogueOracle.kind((int) epilogue));
  }
}
