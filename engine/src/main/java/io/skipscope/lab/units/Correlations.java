package io.skipscope.lab.units;

import java.util.List;

/**
 * How alike the channels of a value are: Pearson's coefficient of the numbers of two channels at
 * the same positions of the same pictures.
 *
 * @param channelsCompared of the value's channels, evenly spread where these are too many
 * @param positionsPerPicture of a map, evenly spread where there are more
 * @param samples pictures times positions
 * @param threshold size of a strong correlation
 * @param strongPairs how many pairs reach the threshold
 * @param strongest the pairs of the greatest size, these first
 */
public record Correlations(
    int channelsCompared,
    int positionsPerPicture,
    long samples,
    double threshold,
    long strongPairs,
    List<Pair> strongest) {
  /** Channels of a value that are compared. */
  public static final int MOST_CHANNELS = 2048;

  /** Positions of a map at which they are. */
  public static final int MOST_POSITIONS = 16;

  public Correlations {
    strongest = List.copyOf(strongest);
  }

  /**
   * Two channels, the lower number first.
   *
   * @param r between -1 and 1
   */
  public record Pair(int first, int second, double r) {}
}
