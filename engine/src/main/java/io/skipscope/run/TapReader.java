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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * @param lease holds what is shared with the host
   */
  List<TapFrame> frames(long frame, TapLease lease) {
    if (plan.taps().points().isEmpty()) {
      return List.of();
    }
    Graph graph = plan.graph();
    float[] numbers = source.read(StatsTable.BUFFER, DataType.FLOAT32, table.floatCount());
    Map<String, ChannelStats> stats = new HashMap<>();
    Map<String, Tensor> tensors = new HashMap<>();
    List<TapFrame> frames = new ArrayList<>();
    for (TapPoint point : plan.taps().points()) {
      String value = point.value();
      ChannelStats summary = stats.computeIfAbsent(value, v -> statsOf(v, numbers));
      Tensor tensor =
          point.statsOnly() ? null : tensors.computeIfAbsent(value, v -> tensorOf(v, lease));
      frames.add(new TapFrame(point.name(), frame, graph.shape(value), tensor, summary));
    }
    return frames;
  }

  private ChannelStats statsOf(String value, float[] numbers) {
    int channels = StatsTable.channelsOf(plan.graph().shape(value));
    return ChannelStats.decode(numbers, table.firstChannel(value), channels);
  }

  private Tensor tensorOf(String value, TapLease lease) {
    Shape shape = plan.graph().shape(value);
    String buffer = TapSteps.nchwOf(plan.graph(), value);
    Slot shared = plan.devices().get(0).taps().slots().get(buffer);
    if (shared != null) {
      int begin = (int) (shared.offsetBytes() / Float.BYTES);
      return Tensor.computed(shape, () -> lease.read(value, begin, shape.elementCount()));
    }
    return new Tensor(shape, source.read(buffer, plan.storage(), shape.elementCount()));
  }
}
