package io.skipscope.op.conv;

import io.skipscope.op.CeilDiv;
import io.skipscope.op.ChannelBlocks;
import io.skipscope.op.LaunchBuilder;
import io.skipscope.op.Tuning;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * The part of an output that one work-item of a blocked kernel keeps in registers.
 *
 * @param columns pixels that lie side by side
 * @param outBlocks blocks of eight output channels
 */
record BlockedTile(int columns, int outBlocks) {
  static final String TILE_COLUMNS = "TILE_COLUMNS";
  static final String OUT_BLOCKS = "OUT_BLOCKS";
  private static final int MAX_OUT_BLOCKS = 4;

  /**
   * Columns for each number of output blocks, the fastest first. Together they fill the sixteen to
   * thirty-two vector registers of a CPU; between tiles of equal size the one that loads fewer
   * numbers per multiplication wins. Measured on PoCL with AVX-512.
   */
  private static final Map<Integer, List<Integer>> COLUMNS =
      Map.of(
          4, List.of(4, 6, 7, 5, 3, 2),
          3, List.of(8, 7, 6, 5, 4, 3, 2),
          2, List.of(7, 6, 8, 5, 4, 3, 2),
          1, List.of(14, 8, 7, 6, 5, 4, 3, 2));

  /**
   * The tile that leaves least to compute twice, unless it is set.
   *
   * @param pixels that tiles are cut from, such as those of a row; a tile has no more than these
   */
  static BlockedTile of(Tuning tuning, int pixels, int outChannels) {
    int outBlocks = outBlocks(tuning, outChannels);
    return new BlockedTile(tuning.get(TILE_COLUMNS, columns(pixels, outBlocks)), outBlocks);
  }

  /** The tile of a convolution of any number of groups. */
  static BlockedTile of(Tuning tuning, ConvGeometry g) {
    int outBlocks = outBlocks(tuning, g);
    int columns = columns(g.outWidth(), outBlocks);
    return new BlockedTile(tuning.get(TILE_COLUMNS, columns), outBlocks);
  }

  /** A tile of so many columns unless another number is set. */
  static BlockedTile ofColumns(Tuning tuning, int columns, int outChannels) {
    return new BlockedTile(tuning.get(TILE_COLUMNS, columns), outBlocks(tuning, outChannels));
  }

  /** A tile of one block, for kernels that do not mix channels. */
  static BlockedTile ofOneBlock(Tuning tuning, int pixels) {
    return new BlockedTile(tuning.get(TILE_COLUMNS, columns(pixels, 1)), 1);
  }

  /** Blocks of output channels in every tile of a convolution: what its weights are packed for. */
  static int outBlocks(Tuning tuning, int outChannels) {
    return tuning.get(OUT_BLOCKS, outBlocks(outChannels));
  }

  /** Likewise for any number of groups. */
  static int outBlocks(Tuning tuning, ConvGeometry g) {
    return tuning.get(OUT_BLOCKS, outBlocks(g));
  }

  /** All tiles for {@link #of}, those with less to compute twice and fewer loads first. */
  static List<Tuning> tunings(int pixels, int outChannels) {
    int blocks = ChannelBlocks.count(outChannels);
    return tunings(pixels, blocks, outBlocks -> (long) CeilDiv.of(blocks, outBlocks) * outBlocks);
  }

  /** Likewise for a convolution of any number of groups. */
  static List<Tuning> tunings(ConvGeometry g) {
    int blocks = ChannelBlocks.count(g.outChannels());
    return tunings(g.outWidth(), blocks, outBlocks -> spanWork(g, outBlocks));
  }

  /** All tiles for {@link #ofOneBlock}, the widest first. */
  static List<Tuning> tuningsOfOneBlock(int pixels) {
    return columnsWithin(pixels, 1).mapToObj(c -> Tuning.DEFAULT.with(TILE_COLUMNS, c)).toList();
  }

  /**
   * @param pixelWork multiplications for a pixel, by the number of output blocks in a tile
   */
  private static List<Tuning> tunings(int pixels, int blocks, IntToLongFunction pixelWork) {
    return COLUMNS.keySet().stream()
        .filter(outBlocks -> outBlocks <= blocks)
        .flatMap(
            outBlocks ->
                columnsWithin(pixels, outBlocks)
                    .mapToObj(columns -> new BlockedTile(columns, outBlocks)))
        .sorted(
            Comparator.comparingDouble(
                tile -> tile.expectedTime(pixels, pixelWork.applyAsLong(tile.outBlocks()))))
        .map(BlockedTile::tuning)
        .toList();
  }

  private Tuning tuning() {
    return Tuning.DEFAULT.with(TILE_COLUMNS, columns).with(OUT_BLOCKS, outBlocks);
  }

  /** In multiplications; numbers are loaded while others are multiplied, but not for nothing. */
  private double expectedTime(int pixels, long pixelWork) {
    double products = (double) count(pixels) * columns * pixelWork;
    return products * (1 + 1.0 / columns + 1.0 / outBlocks);
  }

  private static int outBlocks(int outChannels) {
    int blocks = ChannelBlocks.count(outChannels);
    int widest = Math.min(MAX_OUT_BLOCKS, blocks);
    int narrowest = Math.min(2, blocks);
    return leastWork(blocks, IntStream.iterate(widest, n -> n >= narrowest, n -> n - 1));
  }

  /** With several groups a narrow tile sees less of those that it does not need. */
  private static int outBlocks(ConvGeometry g) {
    if (g.attributes().groups() == 1) {
      return outBlocks(g.outChannels());
    }
    int widest = Math.min(MAX_OUT_BLOCKS, ChannelBlocks.count(g.outChannels()));
    return IntStream.iterate(widest, n -> n >= 1, n -> n - 1)
        .boxed()
        .min(Comparator.comparingLong(outBlocks -> spanWork(g, outBlocks)))
        .orElseThrow();
  }

  private static long spanWork(ConvGeometry g, int outBlocks) {
    return InputSpan.of(g, outBlocks, ChannelBlocks.SIZE).work();
  }

  /** Tiles that cover so many pixels. */
  int count(int pixels) {
    return CeilDiv.of(pixels, columns);
  }

  /** Groups of output blocks; the last may reach beyond the last block. */
  int groups(int outChannels) {
    return CeilDiv.of(ChannelBlocks.count(outChannels), outBlocks);
  }

  LaunchBuilder define(LaunchBuilder launch) {
    return launch.define(TILE_COLUMNS, columns).define(OUT_BLOCKS, outBlocks);
  }

  private static int columns(int pixels, int outBlocks) {
    return leastWork(pixels, columnsWithin(pixels, outBlocks));
  }

  private static IntStream columnsWithin(int pixels, int outBlocks) {
    return COLUMNS.get(outBlocks).stream().filter(c -> c <= pixels).mapToInt(c -> c);
  }

  /** The first of the sizes that cover an extent with the least overlap; 1 if there is none. */
  private static int leastWork(int extent, IntStream sizes) {
    return sizes
        .boxed()
        .min(Comparator.comparingInt(size -> CeilDiv.of(extent, size) * size))
        .orElse(1);
  }
}
