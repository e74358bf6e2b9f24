package io.skipscope.op.conv;

import io.skipscope.op.CheckedCase;
import io.skipscope.op.EpilogueOracle;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import java.util.List;

/**
 * Random convolutions for the kernels that compute tiles of up to 64 output channels and pixels,
 * with more and with fewer of both; few kernel sizes, because each is a program.
 */
final class TiledConvCases {
  /** Heights and widths of kernels. */
  private static final List<int[]> KERNELS =
      List.of(new int[] {1, 1}, new int[] {3, 3}, new int[] {2, 5});

  /** Channels that fill whole steps of a tile, or nearly. */
  private static final List<Integer> FULL_STEPS = List.of(8, 15, 16, 31);

  private TiledConvCases() {}

  static CheckedCase random(long seed) {
    RandomSource random = new RandomSource(seed);
    int kind = (int) (seed % KERNELS.size());
    int[] kernel = KERNELS.get(kind);
    int groups = random.chance(0.7) ? 1 : random.between(2, 3);
    ConvAttributes attributes =
        new ConvAttributes(
            random.between(1, 3),
            random.between(1, 3),
            random.between(0, 2),
            random.between(0, 2),
            random.between(0, 2),
            random.between(0, 2),
            random.between(1, 2),
            random.between(1, 2),
            groups);
    Shape input =
        Shape.of(
            random.between(1, 2),
            groups * (random.chance(0.5) ? random.between(1, 23) : random.pick(FULL_STEPS)),
            random.between(5, 26),
            random.between(9, 26));
    int outChannels = groups * random.between(groups == 1 ? 1 : 8, random.chance(0.3) ? 70 : 40);
    Shape weight = Shape.of(outChannels, input.channels() / groups, kernel[0], kernel[1]);
    int epilogue = kind + (int) (seed / KERNELS.size() % 2) * KERNELS.size();
    return ConvCases.checked(random, attributes, input, weight, EpilogueOracle.kind(epilogue));
  }
}
