package io.skipscope.tap;

import io.skipscope.graph.Graph;
import io.skipscope.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the statistics of each tapped value lie in the one buffer that holds all of them, so that a
 * run reads them at once: [{@link #FIELDS}, channels] of one value after the other.
 *
 * @param firstChannels how many channels of other values come before those of each value
 * @param channels those of all values
 */
public record StatsTable(Map<String, Integer> firstChannels, int channels) {
  /** The name of that buffer. */
  public static final String BUFFER = "#stats";

  /** Numbers per channel: min, max, mean, standard deviation, share of zeros, count of NaN. */
  public static final int FIELDS = 6;

  public StatsTable {
    firstChannels = Collections.unmodifiableMap(new LinkedHashMap<>(firstChannels));
  }

  /** One entry for each value that is tapped, however often. */
  public static StatsTable of(Graph graph, TapSet taps) {
    Map<String, Integer> firstChannels = new LinkedHashMap<>();
    int channels = 0;
    for (String value : taps.values()) {
      firstChannels.put(value, channels);
      channels += channelsOf(graph.shape(value));
    }
    return new StatsTable(firstChannels, channels);
  }

  /** Channels that a value of a shape has. */
  public static int channelsOf(Shape shape) {
    return ChannelView.of(shape).channels();
  }

  public int firstChannel(String value) {
    return firstChannels.get(value);
  }

  /** Floats of the buffer. */
  public int floatCount() {
    return channels * FIELDS;
  }

  public long sizeBytes() {
    return (long) floatCount() * Float.BYTES;
  }
}
