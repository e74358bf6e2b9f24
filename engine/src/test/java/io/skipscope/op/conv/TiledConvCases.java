package io.skipscope.op.conv;

import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Random convolutions for the kernels that compute tiles of up to 128 output channels and 64
 * pixels, with more and with fewer of both; few kernel sizes, because each is a program.
 */
final class TiledConvCases {
  /**
   * What macros depend on.
   *
   * @param mostPad 1 allows Winograd's algorithm for 3x3, 0 reads of 1x1 without unfolding
   * @param mostDilation 1 allows the direct kernel
   * @param fillsSteps whether the channels fill whole steps of a tile, or nearly
   */
  private record Geometry(
      int kernelH,
      int kernelW,
      int strideH,
      int strideW,
      int mostPad,
      int mostDilation,
      boolean fillsSteps,
      int epilogue) {}

  private static final List<Geometry> GEOMETRIES =
      List.of(
          new Geometry(1, 1, 1, 1, 0, 1, true, 3),
          new Geometry(3, 3, 1, 1, 1, 1, true, 4),
          new Geometry(2, 5, 3, 2, 2, 2, false, 5));

  private static final List<Integer> FULL_STEPS = List.of(8, 15, 16, 31);

  private TiledConvCases() {}

  static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    Geometry kind = GEOMETRIES.get((int) (seed % GEOMETRIES.size()));
    int groups = random.chance(0.7) ? 1 : random.between(2, 3);
    Shape input =
        Shape.of(
            random.between(1, 2),
            groups * (kind.fillsSteps() ? random.pick(FULL_STEPS) : random.between(1, 6)),
            random.between(5, 26),
            random.between(9, 26));
    int outChannels = groups * random.between(groups == 1 ? 1 : 8, random.chance(0.3) ? 70 : 40);
    Shape weight = Shape.of(outChannels, input.channels() / groups, kind.kernelH(), kind.kernelW());
    return ConvCases.checked(
        random,
        attributes(random, kind, groups),
        input,
        weight,
        EpilogueOracle.kind(kind.epilogue()));
  }

  private static ConvAttributes attributes(RandomSource random, Geometry kind, int groups) {
    return new ConvAttributes(
        kind.strideH(),
        kind.strideW(),
        random.between(0, kind.mostPad()),
        random.between(0, kind.mostPad()),
        random.between(0, kind.mostPad()),
        random.between(0, kind.mostPad()),
        random.between(1, kind.mostDilation()),
        random.between(1, kind.mostDilation()),
        groups);
  }
}
