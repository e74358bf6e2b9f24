package io.skipscope.lab.units;

import java.util.List;
import java.util.Optional;

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
 * @param closest for each channel compared, in their order, the channel that is most like it; none
 *     for a channel that stays the same
 */
public record Correlations(
    int channelsCompared,
    int positionsPerPicture,
    long samples,
    double threshold,
    long strongPairs,
    List<Pair> strongest,
    List<Partner> closest) {
  /** Channels of a value that are compared. */
  public static final int MOST_CHANNELS = 2048;

  /** Positions of a map at which they are. */
  public static final int MOST_POSITIONS = 16;

  public Correlations {
    strongest = List.copyOf(strongest);
    closest = List.copyOf(closest);
  }

  /** The channel that is most like one, the first of several; empty where none was compared. */
  public Optional<Partner> closestTo(int channel) {
    return closest.stream().filter(partner -> partner.channel() == channel).findFirst();
  }

  /**
   * Two channels, the lower number first.
   *
   * @param r between -1 and 1
   */
  public record Pair(int first, int second, double r) {}

  /**
   * A channel and the one that is most like it.
   *
   * @param r between -1 and 1
   */
  public record Partner(int channel, int other, double r) {}
}
