package io.skipscope.tap;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The launches that sum up a value channel by channel on its device, into its part of {@link
 * StatsTable#BUFFER} (counts are exact up to 2^24, rounded beyond).
 *
 * <p>No atomics: the same numbers give the same statistics, whatever the work-group.
 */
public final class StatsLaunches {
  private static final String SOURCE = "tap/channel_stats.ref.cl";
  private static final String BLOCKED_SOURCE = "tap/channel_stats_c8.cpu.cl";
  private static final int CHUNK_LENGTH = 256;
  private static final WorkGroup ONE_COLUMN = new WorkGroup(1, 64, 1);

  /** A block of channels is work enough for a group. */
  private static final WorkGroup ONE_BLOCK = new WorkGroup(1, 1, 1);

  private StatsLaunches() {}

  /**
   * For a value of plain numbers.
   *
   * @param value the value to look at
   * @param shape of the value: [batch, channels, ...], any rank
   * @param firstChannel where the value's part begins, see {@link StatsTable}
   * @param scratch names a buffer of {@link #scratchSizeBytes}, free again afterwards
   */
  public static List<KernelLaunch> ofPlain(
      String value, Shape shape, int firstChannel, String scratch) {
    ChannelView view = ChannelView.of(shape);
    return List.of(partial(value, view, scratch), combine(value, view, firstChannel, scratch));
  }

  public static long scratchSizeBytes(Shape shape) {
    ChannelView view = ChannelView.of(shape);
    return (long) view.channels() * partials(view) * StatsTable.FIELDS * Float.BYTES;
  }

  /**
   * For a value that lies in {@link io.skipscope.tensor.Layout#NCHWC8}.
   *
   * @param shape of the value: [batch, channels, height, width]
   * @param copy names a buffer that takes the same numbers in NCHW; null for none
   */
  public static KernelLaunch ofBlocked(String value, Shape shape, int firstChannel, String copy) {
    ChannelView view = ChannelView.of(shape);
    List<Arg> args = new ArrayList<>(List.of(new Arg.Buffer(value)));
    if (copy != null) {
      args.add(new Arg.Buffer(copy));
    }
    args.add(new Arg.Buffer(StatsTable.BUFFER));
    args.add(new Arg.Int(firstChannel));
    args.add(new Arg.Int(view.batch()));
    args.add(new Arg.Int(view.channels()));
    args.add(new Arg.Int(view.inner()));
    Map<String, String> defines = copy == null ? Map.of() : Map.of("COPY_NCHW", "");
    return new KernelLaunch(
        nodeOf(value),
        new KernelSpec(BLOCKED_SOURCE, "channel_stats_c8", defines),
        new NdRange(1, blocks(view), 1, ONE_BLOCK),
        args);
  }

  /** What launches that look at a value are called in reports. */
  public static String nodeOf(String value) {
    return value + StatsTable.BUFFER;
  }

  private static KernelLaunch partial(String value, ChannelView view, String scratch) {
    int chunks = chunks(view);
    return new KernelLaunch(
        nodeOf(value),
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
      String value, ChannelView view, int firstChannel, String scratch) {
    return new KernelLaunch(
        nodeOf(value),
        new KernelSpec(SOURCE, "channel_stats_combine", Map.of()),
        new NdRange(1, view.channels(), 1, ONE_COLUMN),
        List.of(
            new Arg.Buffer(scratch),
            new Arg.Buffer(StatsTable.BUFFER),
            new Arg.Int(firstChannel),
            new Arg.Int(view.channels()),
            new Arg.Int(view.elements()),
            new Arg.Int(partials(view))));
  }

  private static int blocks(ChannelView view) {
    int block = Layout.NCHWC8.channelBlock();
    return (view.channels() + block - 1) / block;
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
