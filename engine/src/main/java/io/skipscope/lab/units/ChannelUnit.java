package io.skipscope.lab.units;

import java.util.List;

/**
 * One channel over all pictures and all positions of its map.
 *
 * @param mean activation; NaN numbers count for {@code nanCount} only
 * @param std population standard deviation
 * @param zeroShare share of numbers that are exactly 0, between 0 and 1
 * @param top the pictures that excite it most, the greatest number first; one place a picture
 */
public record ChannelUnit(
    int channel,
    ChannelState state,
    float mean,
    float std,
    float min,
    float max,
    float zeroShare,
    long nanCount,
    List<Excitation> top) {
  public ChannelUnit {
    top = List.copyOf(top);
  }
}
