package io.skipscope.run;

import io.skipscope.graph.Graph;
import io.skipscope.plan.Plan;
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

/** Reads what the taps of a plan show; a value that several taps name is read once. */
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

  /** One frame per tap point, in their order. */
  List<TapFrame> frames(long frame) {
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
      Tensor tensor = point.statsOnly() ? null : tensors.computeIfAbsent(value, this::tensorOf);
      frames.add(new TapFrame(point.name(), frame, graph.shape(value), tensor, summary));
    }
    return frames;
  }

  private ChannelStats statsOf(String value, float[] numbers) {
    int channels = StatsTable.channelsOf(plan.graph().shape(value));
    return ChannelStats.decode(numbers, table.firstChannel(value), channels);
  }

  private Tensor tensorOf(String value) {
    Shape shape = plan.graph().shape(value);
    String buffer = TapSteps.nchwOf(plan.graph(), value);
    return new Tensor(shape, source.read(buffer, plan.storage(), shape.elementCount()));
  }
}
