package io.skipscope.measure;

import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.run.multi.ChromeTrace;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Spreads a network over devices, and compares the prediction with a measured stream of noise. */
public final class ScheduleBench {
  /**
   * What is measured.
   *
   * @param devices ids, each once
   * @param plan the plan to follow; null for the best
   * @param frames how many pass through
   * @param trace where a Chrome trace goes, or null
   */
  public record Settings(List<String> devices, Goal goal, PlanKind plan, int frames, Path trace) {}

  private static final double WARM_UP_MILLIS = 3000;
  private static final int MOST_WARM_UP_FRAMES = 3000;
  private static final long ENOUGH_NANOS = 1_000_000_000;
  private static final int MOST_STREAMS = 25;

  private ScheduleBench() {}

  /**
   * @param runner new, of a graph with a first input of rank 4
   * @param lost told one line for each device that fails, or works in another way than planned
   * @throws io.skipscope.error.InputException if the devices allow no such plan, or the trace
   *     cannot be written
   */
  public static ScheduleReport run(
      String model, ScheduledRunner runner, Settings settings, Consumer<String> lost, Job job) {
    Graph graph = runner.chain().graph();
    Tensor noise = Noise.of(graph, graph.shape(graph.inputs().get(0)).batch());
    runner.open(settings.devices(), noise, job);
    int told = tell(runner, 0, lost);
    int lostBefore = runner.lost().size();
    warmUp(runner, settings, noise, job);
    Stream stream = usual(streams(runner, settings, lostBefore, noise, job));
    tell(runner, told, lost);
    runner.recoveries().forEach(lost);
    if (settings.trace() != null) {
      ChromeTrace.write(settings.trace(), stream.result.spans());
    }
    return ScheduleReport.of(model, runner, stream.candidates, stream.result);
  }

  /** Until Java has compiled what each frame needs; at first it takes cores from the devices. */
  private static void warmUp(ScheduledRunner runner, Settings settings, Tensor noise, Job job) {
    double millis =
        runner.schedule(settings.frames(), settings.goal(), settings.plan()).predictedMillis();
    int frames = (int) Math.min(Math.max(2, WARM_UP_MILLIS / millis), MOST_WARM_UP_FRAMES);
    runner.run(frames, settings.goal(), settings.plan(), frame -> noise, job);
  }

  /** A measured stream, and what was predicted before. */
  private record Stream(List<Schedule> candidates, StreamResult result) {
    double miss() {
      return result.measuredMillis() / result.schedule().predictedMillis();
    }
  }

  /**
   * Some streams if they are short, because one of milliseconds alone tells little; each behind a
   * look at how fast the devices are. One during which a device is lost is the last.
   *
   * @param lostBefore devices without which the plan to follow was possible
   */
  private static List<Stream> streams(
      ScheduledRunner runner, Settings settings, int lostBefore, Tensor noise, Job job) {
    List<Stream> streams = new ArrayList<>();
    long nanos = 0;
    do {
      runner.measureAgain(noise, job);
      PlanKind plan = runner.lost().size() == lostBefore ? settings.plan() : null;
      List<Schedule> candidates = runner.scheduler().candidates(settings.goal(), settings.frames());
      StreamResult result =
          runner.run(settings.frames(), settings.goal(), plan, frame -> noise, job);
      streams.add(new Stream(candidates, result));
      nanos += result.totalNanos();
      runner.keepNetworks();
    } while (nanos < ENOUGH_NANOS
        && streams.size() < MOST_STREAMS
        && runner.lost().size() == lostBefore);
    return streams;
  }

  /** The one whose prediction missed by as much as that of most; the last if it lost a device. */
  private static Stream usual(List<Stream> streams) {
    Stream last = streams.get(streams.size() - 1);
    return last.result.lost().isEmpty()
        ? streams.stream()
            .sorted(Comparator.comparingDouble(Stream::miss))
            .toList()
            .get(streams.size() / 2)
        : last;
  }

  private static int tell(ScheduledRunner runner, int told, Consumer<String> lost) {
    runner.lost().stream()
        .skip(told)
        .forEach(device -> lost.accept("set aside: " + device.getMessage()));
    return runner.lost().size();
  }
}
