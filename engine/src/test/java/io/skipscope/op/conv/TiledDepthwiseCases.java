package io.skipscope.op.conv;

import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Random depthwise convolutions for the kernel that computes strips of outputs: maps smaller and
 * larger than its tiles, and few kernel sizes and strides, because each is a program.
 */
final class TiledDepthwiseCases {
  /**
   * What macros depend on.
   *
   * @param isSmall whether several maps share a work-group
   */
  private record Geometry(int kernelH, int kernelW, int strideH, int strideW, boolean isSmall) {}

  private static final List<Geometry> GEOMETRIES =
      List.of(
          new Geometry(3, 3, 1, 1, true),
          new Geometry(3, 3, 2, 2, true),
          new Geometry(3, 3, 1, 1, false),
          new Geometry(3, 3, 2, 2, false),
          new Geometry(2, 5, 3, 1, false));

  private TiledDepthwiseCases() {}

  static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int kind = (int) (seed % GEOMETRIES.size());
    Geometry geometry = GEOMETRIES.get(kind);
    int channels = random.between(1, 9);
    ConvAttributes attributes =
        new ConvAttributes(
            geometry.strideH(),
            geometry.strideW(),
            random.between(0, 2),
            random.between(0, 2),
            random.between(0, 2),
            random.between(0, 2),
            1,
            1,
            channels);
    int least = geometry.isSmall() ? 5 : 12;
    int most = geometry.isSmall() ? 6 : 24;
    Shape input =
        Shape.of(
            random.between(1, 3),
            channels,
            random.between(least, 40),
            geometry.strideW() * random.between(least, most));
    Shape weight =
        Shape.of(channels * random.between(1, 2), 1, geometry.kernelH(), geometry.kernelW());
    return ConvCases.checked(random, attributes, input, weight, EpilogueOracle.kind(kind));
  }
}
