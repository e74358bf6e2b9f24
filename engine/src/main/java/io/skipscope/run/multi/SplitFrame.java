package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.HostMemory;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.Rows;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * One frame that devices pass through their stages together: each does its rows of a stage, and
 * goes on to the next when all have done theirs.
 */
final class SplitFrame {
  /** Waking a thread takes about as long; other devices are mostly done sooner. */
  private static final long SPIN_NANOS = 100_000;

  private final Chain chain;
  private final SplitStages stages;
  private final Deliveries deliveries;
  private final int frame;
  private final Tensor input;
  private final List<CountDownLatch> running;
  private final List<List<Map<String, Tensor>>> results = new ArrayList<>();
  private volatile boolean failed;

  SplitFrame(Passage passage, SplitStages stages, int frame) {
    chain = passage.chain();
    deliveries = passage.deliveries();
    input = passage.input().apply(frame);
    this.stages = stages;
    this.frame = frame;
    running =
        IntStream.range(0, stages.count())
            .mapToObj(stage -> new CountDownLatch(stages.stage(stage).size()))
            .toList();
    for (int stage = 0; stage < stages.count(); stage++) {
      results.add(new ArrayList<>());
      stages.stage(stage).forEach(step -> results.get(step.stage()).add(Map.of()));
    }
  }

  /** All steps of a device, on its thread; ends early where another device has failed. */
  Void follow(DeviceWorker worker, Job job) throws InterruptedException {
    boolean complete = false;
    try {
      for (SplitStages.Step step : stages.of(worker.id())) {
        if (step.stage() > 0) {
          await(running.get(step.stage() - 1));
        }
        if (!failed) {
          run(step, worker.runner(step.network()), job);
        }
      }
      complete = true;
      return null;
    } finally {
      if (!complete) {
        fail();
      }
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    long end = System.nanoTime() + SPIN_NANOS;
    while (latch.getCount() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    latch.await();
  }

  private void fail() {
    failed = true;
    for (CountDownLatch latch : running) {
      while (latch.getCount() > 0) {
        latch.countDown();
      }
    }
  }

  private void run(SplitStages.Step step, Runner runner, Job job) {
    long start = System.nanoTime();
    Part part = step.part();
    Slabs map = step.stage() == 0 ? Slabs.whole(null, input) : slabs(step.stage() - 1);
    Rows rows = part.slab() == null ? map.allRows() : part.slab().input();
    Map<String, Tensor> inputs =
        FrameInputs.of(runner.graph(), map.rows(rows, step.memory()::input));
    if (part.from() == 0) {
      runner.requireInputs(inputs);
    }
    HostMemory memory = part.to() == chain.size() ? HostMemory.FRESH : step.memory();
    results.get(step.stage()).set(step.index(), runner.resume(inputs, memory, job).outputs());
    deliveries.moved(map.bytesFromOthers(part.device(), rows));
    long elapsed = System.nanoTime() - start;
    deliveries.add(new Span(part.device(), part.describe(chain), frame, start, elapsed));
    running.get(step.stage()).countDown();
  }

  /** The network's outputs; once all devices have done all of their steps. */
  Map<String, Tensor> outputs() {
    int last = stages.count() - 1;
    if (stages.stage(last).size() == 1) {
      return results.get(last).get(0);
    }
    Slabs map = slabs(last);
    return Map.of(chain.graph().outputs().get(0), map.rows(map.allRows(), Tensor::zeros));
  }

  /** The one output of a stage, as its parts have computed it. */
  private Slabs slabs(int stage) {
    Part first = stages.stage(stage).get(0).part();
    if (first.slab() == null) {
      return Slabs.whole(first.device(), numbers(stage, 0));
    }
    List<Slabs.Piece> pieces = new ArrayList<>();
    for (SplitStages.Step step : stages.stage(stage)) {
      Part part = step.part();
      Tensor numbers = numbers(stage, step.index());
      pieces.add(new Slabs.Piece(part.device(), part.slab().output(), part.slab().skip(), numbers));
    }
    return Slabs.of(pieces);
  }

  private Tensor numbers(int stage, int index) {
    return results.get(stage).get(index).values().iterator().next();
  }
}
