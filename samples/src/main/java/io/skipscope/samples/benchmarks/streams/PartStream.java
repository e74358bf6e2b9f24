package io.skipscope.samples.benchmarks.streams;

import io.skipscope.Model;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;

/** Streams of noise through a network on some devices, warm and with everything loaded. */
final class PartStream implements AutoCloseable {
  private static final int WARM_UP_FRAMES = 24;

  private final ScheduledRunner runner;
  private final Tensor noise;

  private PartStream(ScheduledRunner runner, Tensor noise) {
    this.runner = runner;
    this.noise = noise;
  }

  /**
   * Measures what the network costs there, or reads it, and follows each plan once.
   *
   * @param devices ids, each once
   * @param plans that will be followed
   */
  static PartStream open(String model, List<String> devices, List<PlanKind> plans) {
    Graph graph = Model.open(model, null, Job.unwatched()).graph();
    Tensor noise = noise(graph);
    ScheduledRunner runner =
        ScheduledRunner.usual(
            graph, PlanOptions.DEFAULT, DeviceCatalog.discover(), System.err::println);
    PartStream stream = new PartStream(runner, noise);
    runner.open(devices, noise, Job.unwatched());
    runner.keepNetworks();
    runner.measureAgain(noise, Job.unwatched());
    plans.forEach(plan -> stream.run(stream.schedule(plan, WARM_UP_FRAMES)));
    return stream;
  }

  private static Tensor noise(Graph graph) {
    Tensor tensor = Tensor.zeros(graph.shape(graph.inputs().get(0)));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) random.nextDouble(-2, 2);
    }
    return tensor;
  }

  Schedule schedule(PlanKind plan, int frames) {
    return runner.schedule(frames, Goal.THROUGHPUT, plan);
  }

  /**
   * @throws IllegalStateException if a device was lost, after which nothing can be compared
   */
  StreamResult run(Schedule schedule) {
    StreamResult result = runner.run(schedule, frame -> noise, Job.unwatched());
    if (!result.lost().isEmpty() || !runner.recoveries().isEmpty()) {
      throw new IllegalStateException("a device failed: " + runner.recoveries() + result.lost());
    }
    return result;
  }

  @Override
  public void close() {
    runner.close();
  }
}
