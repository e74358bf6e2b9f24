package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.HostMemory;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * One frame that devices pass through their stages together: each does its part of a stage, and
 * goes on to the next when all have done theirs.
 */
final class StageFrame {
  /** Waking a thread takes about as long; other devices are mostly done sooner. */
  private static final long SPIN_NANOS = 100_000;

  private final Chain chain;
  private final Stages stages;
  private final Deliveries deliveries;
  private final int frame;
  private final List<CountDownLatch> running;
  private final StageValues values;
  private volatile boolean failed;

  StageFrame(Passage passage, Stages stages, int frame) {
    chain = passage.chain();
    deliveries = passage.deliveries();
    this.stages = stages;
    this.frame = frame;
    running =
        IntStream.range(0, stages.count())
            .mapToObj(stage -> new CountDownLatch(stages.stage(stage).size()))
            .toList();
    Tensor input = passage.input().apply(frame);
    values =
        passage.schedule().kind() == PlanKind.BRANCH
            ? new NamedValues(chain.graph(), input)
            : new SlabValues(chain.graph(), stages, input);
  }

  /** All steps of a device, on its thread; ends early where another device has failed. */
  Void follow(DeviceWorker worker, Job job) throws InterruptedException {
    boolean complete = false;
    try {
      for (Stages.Step step : stages.of(worker.id())) {
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

  private void run(Stages.Step step, Runner runner, Job job) {
    long start = System.nanoTime();
    Part part = step.part();
    Map<String, Tensor> inputs = values.inputs(step, runner.graph());
    if (step.stage() == 0) {
      runner.requireInputs(inputs);
    }
    boolean isInside = Collections.disjoint(runner.graph().outputs(), chain.graph().outputs());
    HostMemory memory = isInside ? step.memory() : HostMemory.FRESH;
    values.put(step, runner.resume(inputs, memory, job).outputs());
    deliveries.moved(values.bytesFromOthers(step, runner.graph()));
    long elapsed = System.nanoTime() - start;
    deliveries.add(new Span(part.device(), part.describe(chain), frame, start, elapsed));
    running.get(step.stage()).countDown();
  }

  /** The network's outputs; once all devices have done all of their steps. */
  Map<String, Tensor> outputs() {
    return values.outputs();
  }
}
