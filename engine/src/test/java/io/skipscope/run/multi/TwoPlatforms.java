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
import java.nio.file.Path;
import java.util.List;

/**
 * A program that runs streams of frames on PoCL alone and on PoCL and rusticl together, in turn.
 * Prints {@code planned}, a goal and a platform that works for it when both are there; {@code
 * ratio}, the median of time together divided by time alone; {@code error}, the largest difference
 * between their outputs; and {@code lost} for each device that was set aside.
 *
 * <p>Arguments: a zoo name, the side of its pictures, frames a stream, pairs of streams.
 */
final class TwoPlatforms implements AutoCloseable {
  private final DeviceCatalog catalog = DeviceCatalog.discover();
  private final Graph graph;
  private final int frames;
  private final ScheduledRunner alone;
  private final ScheduledRunner together;
  private double error;

  private TwoPlatforms(Graph graph, int frames) {
    this.graph = graph;
    this.frames = frames;
    DeviceInfo fast = device(Implementation.POCL);
    DeviceInfo slow = device(Implementation.RUSTICL);
    alone = open("alone", List.of(fast.id()));
    together = open("together", List.of(fast.id(), slow.id()));
  }

  public static void main(String[] arguments) {
    Graph graph = Streams.net(arguments[0], Integer.parseInt(arguments[1]));
    try (TwoPlatforms platforms = new TwoPlatforms(graph, Integer.parseInt(arguments[2]))) {
      platforms.printPlans();
      System.out.println("ratio " + platforms.ratio(Integer.parseInt(arguments[3])));
      System.out.println("error " + platforms.error);
      platforms.together.lost().forEach(lost -> System.out.println("lost " + lost.getMessage()));
    }
  }

  private DeviceInfo device(Implementation implementation) {
    String platform = implementation.platform();
    List<DeviceInfo> found =
        catalog.devices().stream().filter(info -> info.platform().equals(platform)).toList();
    Skips.unless(!found.isEmpty(), "no device of " + platform + ": " + catalog.problems());
    return found.get(0);
  }

  private ScheduledRunner open(String costs, List<String> ids) {
    ScheduledRunner runner = Streams.runner(graph, catalog::open, Path.of(costs).toAbsolutePath());
    runner.open(ids, Streams.frame(graph, 0), Job.unwatched());
    runner.keepNetworks();
    return runner;
  }

  private void printPlans() {
    for (Goal goal : Goal.values()) {
      for (Part part : together.schedule(frames, goal, null).parts()) {
        System.out.println("planned " + goal + " " + catalog.find(part.device()).platform());
      }
    }
  }

  /** The first pair is not counted: it loads the network, and Java compiles. */
  private double ratio(int pairs) {
    double[] ratios = new double[pairs];
    pairRatio(true);
    for (int pair = 0; pair < pairs; pair++) {
      ratios[pair] = pairRatio(pair % 2 == 0);
    }
    return Median.of(ratios);
  }

  private double pairRatio(boolean aloneFirst) {
    StreamResult first = run(aloneFirst ? alone : together);
    StreamResult second = run(aloneFirst ? together : alone);
    StreamResult single = aloneFirst ? first : second;
    StreamResult both = aloneFirst ? second : first;
    List<Tensor> expected = Streams.outputs(single);
    List<Tensor> actual = Streams.outputs(both);
    for (int frame = 0; frame < frames; frame++) {
      error = Math.max(error, Compare.relativeError(expected.get(frame), actual.get(frame)));
    }
    return both.measuredMillis() / single.measuredMillis();
  }

  private StreamResult run(ScheduledRunner runner) {
    return runner.run(
        frames, Goal.THROUGHPUT, null, frame -> Streams.frame(graph, frame), Job.unwatched());
  }

  @Override
  public void close() {
    alone.close();
    together.close();
  }
}
