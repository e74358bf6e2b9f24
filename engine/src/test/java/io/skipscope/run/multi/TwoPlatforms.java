package io.skipscope.run.multi;

import io.skipscope.device.DeviceInfo;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.Compare;
import io.skipscope.testing.Implementation;
import io.skipscope.testing.Skips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that runs streams of frames on PoCL alone and on PoCL and rusticl together, in turn.
 * Prints {@code planned}, a goal and a platform that works for it when both are there; {@code
 * ratio}, the median of time together divided by time alone; {@code error}, the largest difference
 * between their outputs; and {@code lost} for each device that was set aside.
 *
 * <p>Arguments: a zoo name, the side of its pictures, frames a stream, rounds, pairs of streams a
 * round. Each round opens the devices anew, because the speed of a network depends a little on
 * where its memory happens to lie.
 */
final class TwoPlatforms {
  private static final String COSTS = "costs.json";

  private final DeviceCatalog catalog = DeviceCatalog.discover();
  private final List<String> fast = List.of(device(Implementation.POCL));
  private final List<String> both = List.of(fast.get(0), device(Implementation.RUSTICL));
  private final Path measured = Path.of("measured").toAbsolutePath();
  private final Graph graph;
  private final int frames;
  private final List<Double> ratios = new ArrayList<>();
  private double error;

  private TwoPlatforms(Graph graph, int frames) {
    this.graph = graph;
    this.frames = frames;
  }

  public static void main(String[] arguments) throws IOException {
    Graph graph = Streams.net(arguments[0], Integer.parseInt(arguments[1]));
    TwoPlatforms platforms = new TwoPlatforms(graph, Integer.parseInt(arguments[2]));
    platforms.measureAndPlan();
    for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
      platforms.run(Path.of("round" + round), Integer.parseInt(arguments[4]));
    }
    System.out.println("ratio " + Median.of(platforms.ratios()));
    System.out.println("error " + platforms.error);
  }

  private String device(Implementation implementation) {
    String platform = implementation.platform();
    List<DeviceInfo> found =
        catalog.devices().stream().filter(info -> info.platform().equals(platform)).toList();
    Skips.unless(!found.isEmpty(), "no device of " + platform + ": " + catalog.problems());
    return found.get(0).id();
  }

  /** Into a store, from which all rounds know what devices cost. */
  private void measureAndPlan() {
    open(measured, fast).close();
    try (ScheduledRunner together = open(measured, both)) {
      for (Goal goal : Goal.values()) {
        for (Part part : together.schedule(frames, goal, null).parts()) {
          System.out.println("planned " + goal + " " + catalog.find(part.device()).platform());
        }
      }
      together.lost().forEach(lost -> System.out.println("lost " + lost.getMessage()));
    }
  }

  /** The first pair is not counted: it loads the network, and Java compiles. */
  private void run(Path folder, int pairs) throws IOException {
    Path costs = Files.createDirectories(folder.toAbsolutePath());
    Files.copy(measured.resolve(COSTS), costs.resolve(COSTS));
    try (ScheduledRunner alone = open(costs, fast);
        ScheduledRunner together = open(costs, both)) {
      pairRatio(alone, together);
      for (int pair = 0; pair < pairs; pair++) {
        ratios.add(pair % 2 == 0 ? pairRatio(alone, together) : 1 / pairRatio(together, alone));
      }
      together.lost().forEach(lost -> System.out.println("lost " + lost.getMessage()));
    }
  }

  private ScheduledRunner open(Path costs, List<String> ids) {
    ScheduledRunner runner = Streams.runner(graph, catalog::open, costs);
    runner.open(ids, Streams.frame(graph, 0), Job.unwatched());
    runner.keepNetworks();
    return runner;
  }

  /** Time of the second, divided by that of the first. */
  private double pairRatio(ScheduledRunner first, ScheduledRunner second) {
    StreamResult before = run(first);
    StreamResult after = run(second);
    List<Tensor> expected = Streams.outputs(before);
    List<Tensor> actual = Streams.outputs(after);
    for (int frame = 0; frame < frames; frame++) {
      error = Math.max(error, Compare.relativeError(expected.get(frame), actual.get(frame)));
    }
    return after.measuredMillis() / before.measuredMillis();
  }

  private StreamResult run(ScheduledRunner runner) {
    return runner.run(
        frames, Goal.THROUGHPUT, null, frame -> Streams.frame(graph, frame), Job.unwatched());
  }

  private double[] ratios() {
    return ratios.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
