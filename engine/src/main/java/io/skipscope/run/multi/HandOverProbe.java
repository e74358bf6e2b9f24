package io.skipscope.run.multi;

import io.skipscope.graph.Activation;
import io.skipscope.graph.Graph;
import io.skipscope.graph.GraphBuilder;
import io.skipscope.graph.Node;
import io.skipscope.job.Job;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.pass.Passes;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.schedule.Segment;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures what passes from the end of a stage on one device to the begin of the next on another,
 * by stages that compute next to nothing: a frame goes from one device to the other and back. What
 * it takes beyond the three runs, with their copies, is two hand-overs.
 */
final class HandOverProbe {
  private static final int FRAMES = 32;
  private static final int STAGES = 3;
  private static final int HAND_OVERS = STAGES - 1;
  private static final Shape LITTLE = Shape.of(1, 16, 4, 4);

  /** Long enough for the threads of other devices to fall asleep, as behind a real stage. */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Chain chain = chain();
  private final Tensor input = Tensor.zeros(LITTLE);
  private final Job job;

  private HandOverProbe(Job job) {
    this.job = job;
  }

  /**
   * In milliseconds, by the device that goes on and by the one before it; of both directions the
   * mean. The devices rest but for this.
   *
   * @throws DeviceLost if one refuses
   */
  static Map<String, Map<String, Double>> millis(List<DeviceWorker> workers, Job job) {
    HandOverProbe probe = new HandOverProbe(job);
    Map<String, Map<String, Double>> found = new HashMap<>();
    workers.forEach(worker -> found.put(worker.id(), new HashMap<>()));
    for (DeviceWorker one : workers) {
      for (DeviceWorker other : workers.subList(0, workers.indexOf(one))) {
        double millis = probe.millis(one, other);
        found.get(one.id()).put(other.id(), millis);
        found.get(other.id()).put(one.id(), millis);
      }
    }
    return found;
  }

  private double millis(DeviceWorker one, DeviceWorker other) {
    List<Part> parts = new ArrayList<>();
    double runs = 0;
    for (int stage = 0; stage < STAGES; stage++) {
      DeviceWorker worker = stage % 2 == 0 ? one : other;
      Part part = new Part(worker.id(), stage, stage + 1, FRAMES, 0);
      worker.loadToo(List.of(Workload.of(chain, part)), job);
      runs += worker.call(() -> runMillis(worker, part));
      parts.add(part);
    }
    return Math.max(0, frameMillis(List.of(one, other), parts) - runs) / HAND_OVERS;
  }

  private double runMillis(DeviceWorker worker, Part part) {
    Runner runner = worker.runner(Workload.of(chain, part));
    Map<String, Tensor> inputs = FrameInputs.of(runner.graph(), input);
    return CopyProbe.medianMillis(FRAMES, () -> runner.resume(inputs, job));
  }

  private double frameMillis(List<DeviceWorker> pair, List<Part> parts) {
    Schedule schedule = new Schedule(PlanKind.SPLIT, Goal.LATENCY, parts, 0);
    Map<String, DeviceWorker> workers =
        pair.stream().collect(Collectors.toMap(DeviceWorker::id, worker -> worker));
    Deliveries deliveries = new Deliveries(FRAMES);
    List<DeviceLost> lost =
        new StageStream(new Passage(chain, schedule, workers, frame -> rested(), deliveries))
            .run(Job.unwatched());
    if (!lost.isEmpty()) {
      throw lost.get(0);
    }
    return deliveries.medianMillis();
  }

  private Tensor rested() {
    LockSupport.parkNanos(REST_NANOS);
    return input;
  }

  /** A node a stage, all of one kernel. */
  private static Chain chain() {
    GraphBuilder builder = Graph.builder("hand-over");
    String value = builder.input("in", LITTLE);
    for (int stage = 0; stage < STAGES; stage++) {
      ActivationAttributes relu = new ActivationAttributes(Activation.RELU);
      value =
          builder.node(new Node("relu" + stage, "Activation", List.of(value), "out" + stage, relu));
    }
    Graph graph = Passes.prepare(builder.output(value).build());
    return new Chain(graph, IntStream.range(0, STAGES).mapToObj(HandOverProbe::segment).toList());
  }

  private static Segment segment(int stage) {
    List<String> nodes = List.of("relu" + stage);
    long bytes = (long) LITTLE.elementCount() * DataType.FLOAT32.sizeBytes();
    return stage == STAGES - 1
        ? new Segment(nodes.get(0), nodes, null, 0)
        : new Segment(nodes.get(0), nodes, "out" + stage, bytes);
  }
}
