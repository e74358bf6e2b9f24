package io.skipscope.lab.units;

import java.util.List;

/**
 * The channels of one value over all pictures.
 *
 * @param tap the name that was asked for
 * @param value the graph's
 */
public record ValueUnits(
    String tap, String value, List<ChannelUnit> channels, Correlations correlations) {
  public ValueUnits {
    channels = List.copyOf(channels);
  }

  /** How many channels are in this state. */
  public long count(ChannelState state) {
    return channels.stream().filter(channel -> channel.state() == state).count();
  }

  /** Of all channels alike. */
  public double overallMean() {
    return channels.stream().mapToDouble(ChannelUnit::mean).average().orElse(Double.NaN);
  }
}
