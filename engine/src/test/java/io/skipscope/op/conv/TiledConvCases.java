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
   * @param isPlain stride 1 without padding
   * @param fillsSteps whether the channels fill whole steps of a tile, or nearly
   */
  private record Geometry(
      int kernelH, int kernelW, boolean isPlain, boolean fillsSteps, int epilogue) {}

  private static final List<Geometry> GEOMETRIES =
      List.of(
          new Geometry(1, 1, true, true, 3),
          new Geometry(1, 1, false, true, 1),
          new Geometry(3, 3, false, true, 4),
          new Geometry(2, 5, false, false, 5));

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
    ConvAttributes attributes =
        kind.isPlain() ? ConvAttributes.of(1, 0, groups) : attributes(random, groups);
    return ConvCases.checked(
        random, attributes, input, weight, EpilogueOracle.kind(kind.epilogue()));
  }

  private static ConvAttributes attributes(RandomSource random, int groups) {
    return new ConvAttributes(
        random.between(1, 3),
        random.between(1, 3),
        random.between(0, 2),
        random.between(0, 2),
        random.between(0, 2),
        random.between(0, 2),
        random.between(1, 2),
        random.between(1, 2),
        groups);
  }
}
