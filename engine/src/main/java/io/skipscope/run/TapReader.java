package io.skipscope.run;

import io.skipscope.graph.Graph;
import io.skipscope.plan.Plan;
import io.skipscope.plan.Slot;
import io.skipscope.plan.TapSteps;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.StatsTable;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapPoint;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Gives what the taps of a plan show; a value that several taps name is there once. What lies in
 * memory that is shared with the host is not read, but lent.
 */
final class TapReader {
  /** Reads numbers from a buffer of the plan. */
  @FunctionalInterface
  interface Source {
    float[] read(String buffer, DataType type, int count);
  }

  private final Plan plan;
  private final StatsTable table;
  private final Source source;

  TapReader(Plan plan, Source source) {
    this.plan = plan;
    this.source = source;
    table = StatsTable.of(plan.graph(), plan.taps());
  }

  /**
   * One frame per tap point, in their order.
   *
   * @param frameOf the number of the run that has computed a value
   * @param lease holds what is shared with the host
   */
  List<TapFrame> frames(ToLongFunction<String> frameOf, TapLease lease) {
    if (plan.taps().points().isEmpty()) {
      return List.of();
    }
    Graph graph = plan.graph();
    Map<String, ChannelStats> stats = statistics(lease);
    Map<String, Tensor> tensors = new HashMap<>();
    List<TapFrame> frames = new ArrayList<>();
    for (TapPoint point : plan.taps().points()) {
      String value = point.value();
      Tensor tensor =
          point.statsOnly() ? null : tensors.computeIfAbsent(value, v -> tensorOf(v, lease));
      long frame = frameOf.applyAsLong(value);
      frames.add(new TapFrame(point.name(), frame, graph.shape(value), tensor, stats.get(value)));
    }
    return frames;
  }

  /** The statistics of every tapped value. */
  private Map<String, ChannelStats> statistics(TapLease lease) {
    Slot shared = sharedSlot(StatsTable.BUFFER);
    if (shared == null) {
      float[] numbers = source.read(StatsTable.BUFFER, DataType.FLOAT32, table.floatCount());
      return statistics(FloatBuffer.wrap(numbers));
    }
    int begin = (int) (shared.offsetBytes() / Float.BYTES);
    return lease.read("statistics", all -> statistics(all.slice(begin, table.floatCount())));
  }

  private Map<String, ChannelStats> statistics(FloatBuffer numbers) {
    Map<String, ChannelStats> stats = new HashMap<>();
    table
        .firstChannels()
        .forEach(
            (value, firstChannel) -> {
              int channels = StatsTable.channelsOf(plan.graph().shape(value));
              stats.put(value, ChannelStats.decode(numbers, firstChannel, channels));
            });
    return stats;
  }

  /** Where a buffer lies in memory that is shared with the host; null if it does not. */
  private Slot sharedSlot(String buffer) {
    return plan.devices().get(0).taps().slots().get(buffer);
  }

  private Tensor tensorOf(String value, TapLease lease) {
    Shape shape = plan.graph().shape(value);
    String buffer = TapSteps.nchwOf(plan.graph(), value);
    Slot shared = sharedSlot(buffer);
    if (shared != null) {
      int begin = (int) (shared.offsetBytes() / Float.BYTES);
      return Tensor.readFrom(shape, (first, target) -> lease.read(value, begin + first, target));
    }
    return new Tensor(shape, source.read(buffer, plan.storage(), shape.elementCount()));
  }
}
