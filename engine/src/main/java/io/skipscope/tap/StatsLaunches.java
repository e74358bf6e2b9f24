package io.skipscope.tap;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * The launches that sum up a value channel by channel on its device.
 *
 * <p>The result is a buffer of {@link #FIELDS} floats per channel: min, max, mean, standard
 * deviation, share of zeros, count of NaN (exact up to 2^24, rounded beyond). No atomics: the same
 * numbers give the same statistics, whatever the work-group.
 */
public final class StatsLaunches {
  /** Floats per channel in the result. */
  public static final int FIELDS = 6;

  private static final String SOURCE = "tap/channel_stats.ref.cl";
  private static final int CHUNK_LENGTH = 256;
  private static final WorkGroup ONE_COLUMN = new WorkGroup(1, 64, 1);

  private StatsLaunches() {}

  /**
   * Fills {@code resultValue}, see {@link #decode}.
   *
   * @param value the value to look at, and the node name of the launches
   * @param shape of the value: [batch, channels, ...], any rank
   * @param resultValue names a buffer of {@link #resultSizeBytes}
   * @param scratchValue names a buffer of {@link #scratchSizeBytes}, free again afterwards
   */
  public static List<KernelLaunch> of(
      String value, Shape shape, String resultValue, String scratchValue) {
    return List.of(
        partial(value, ChannelView.of(shape), scratchValue),
        combine(value, ChannelView.of(shape), scratchValue, resultValue));
  }

  public static long resultSizeBytes(Shape shape) {
    return (long) ChannelView.of(shape).channels() * FIELDS * Float.BYTES;
  }

  public static long scratchSizeBytes(Shape shape) {
    return resultSizeBytes(shape) * partials(ChannelView.of(shape));
  }

  /** The statistics in a result buffer. */
  public static ChannelStats decode(float[] result) {
    int channels = result.length / FIELDS;
    ChannelStats stats =
        new ChannelStats(
            new float[channels],
            new float[channels],
            new float[channels],
            new float[channels],
            new float[channels],
            new int[channels]);
    for (int c = 0; c < channels; c++) {
      stats.min()[c] = result[c * FIELDS];
      stats.max()[c] = result[c * FIELDS + 1];
      stats.mean()[c] = result[c * FIELDS + 2];
      stats.std()[c] = result[c * FIELDS + 3];
      stats.zeroShare()[c] = result[c * FIELDS + 4];
      stats.nanCount()[c] = (int) result[c * FIELDS + 5];
    }
    return stats;
  }

  private static KernelLaunch partial(String value, ChannelView view, String scratch) {
    int chunks = chunks(view);
    return new KernelLaunch(
        value,
        new KernelSpec(SOURCE, "channel_stats_partial", Map.of()),
        NdRange.of(chunks, view.channels(), view.batch()),
        List.of(
            new Arg.Buffer(value),
            new Arg.Buffer(scratch),
            new Arg.Int(view.batch()),
            new Arg.Int(view.channels()),
            new Arg.Int(view.inner()),
            new Arg.Int(chunks),
            new Arg.Int(CHUNK_LENGTH)));
  }

  private static KernelLaunch combine(
      String value, ChannelView view, String scratch, String result) {
    return new KernelLaunch(
        value,
        new KernelSpec(SOURCE, "channel_stats_combine", Map.of()),
        new NdRange(1, view.channels(), 1, ONE_COLUMN),
        List.of(
            new Arg.Buffer(scratch),
            new Arg.Buffer(result),
            new Arg.Int(view.elements()),
            new Arg.Int(partials(view))));
  }

  /** Chunks per map. */
  private static int chunks(ChannelView view) {
    return Math.max(1, (view.inner() + CHUNK_LENGTH - 1) / CHUNK_LENGTH);
  }

  /** Partial results per channel. */
  private static int partials(ChannelView view) {
    return view.batch() * chunks(view);
  }
}
