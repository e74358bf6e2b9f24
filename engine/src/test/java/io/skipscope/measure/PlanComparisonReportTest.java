package io.skipscope.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanComparisonReportTest {
  private static final int FRAMES = 4;

  @Test
  void theMiddleRoundIsComparedWithThePredictionAndTheSingleDevice() {
    List<StreamResult> rounds = List.of(batch(48), batch(400), batch(40));
    PlanComparisonReport.PlanTime time = PlanComparisonReport.time(rounds, 18);
    assertEquals("batch", time.plan());
    assertEquals(List.of("a", "b"), time.devices());
    assertEquals(10, time.predictedMillis());
    assertEquals(12, time.measuredMillis(), 1e-9);
    assertEquals(20, time.errorPercent(), 1e-9);
    assertEquals(1000 / 12.0, time.throughput(), 1e-9);
    assertEquals(1.5, time.ratio(), 1e-9);
  }

  @Test
  void aPlanFasterThanPredictedHasANegativeErrorAndDevicesAreNamedOnce() {
    PlanComparisonReport.PlanTime time = PlanComparisonReport.time(List.of(split(5)), 5);
    assertEquals(List.of("a", "b"), time.devices());
    assertEquals(-50, time.errorPercent(), 1e-9);
    assertEquals(1, time.ratio(), 1e-9);
  }

  private static StreamResult batch(long totalMillis) {
    List<Part> parts = List.of(new Part("a", 0, 3, 2, 20), new Part("b", 0, 3, 2, 20));
    return result(new Schedule(PlanKind.BATCH, Goal.THROUGHPUT, parts, 10), totalMillis, 0);
  }

  private static StreamResult split(double frameMillis) {
    List<Part> parts =
        List.of(
            new Part("a", 0, 2, FRAMES, 5),
            new Part("b", 0, 2, FRAMES, 5),
            new Part("a", 2, 3, FRAMES, 5));
    return result(new Schedule(PlanKind.SPLIT, Goal.LATENCY, parts, 10), 40, frameMillis);
  }

  private static StreamResult result(Schedule schedule, long totalMillis, double frameMillis) {
    List<Map<String, Tensor>> outputs =
        IntStream.range(0, FRAMES).mapToObj(frame -> Map.<String, Tensor>of()).toList();
    return new StreamResult(
        schedule, outputs, totalMillis * 1_000_000, frameMillis, 0, List.of(), List.of());
  }
}
