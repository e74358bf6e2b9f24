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
import java.util.stream.IntStream;

/**
 * One frame that devices pass through their stages together: each does its part of a stage, and
 * goes on to the next when all have done theirs.
 */
final class StageFrame {
  private final Chain chain;
  private final Stages stages;
  private final Deliveries deliveries;
  private final int frame;
  private final List<StageGate> gates;
  private final StageGate nextKnown = new StageGate(1);
  private final StageValues values;
  private final long startNanos;
  private volatile boolean failed;
  private volatile StageFrame next;

  StageFrame(Passage passage, Stages stages, int frame) {
    chain = passage.chain();
    deliveries = passage.deliveries();
    this.stages = stages;
    this.frame = frame;
    gates =
        IntStream.range(0, stages.count())
            .mapToObj(stage -> new StageGate(stages.stage(stage).size()))
            .toList();
    Tensor input = passage.input().apply(frame);
    values =
        passage.schedule().kind() == PlanKind.BRANCH
            ? new NamedValues(chain.graph(), input)
            : new SlabValues(chain.graph(), stages, input);
    startNanos = System.nanoTime();
  }

  /**
   * All steps of a device, on its thread; fewer where the frame was given up.
   *
   * @return whether the frame's outputs are there now, which only one device is told
   */
  boolean follow(DeviceWorker worker, Job job) throws InterruptedException {
    boolean isEnded = false;
    for (Stages.Step step : stages.of(worker.id())) {
      if (step.stage() > 0) {
        gates.get(step.stage() - 1).await();
      }
      if (!failed) {
        run(step, worker.runner(step.network()), job);
        boolean isLast = gates.get(step.stage()).arrive();
        isEnded = isLast && step.stage() == stages.count() - 1;
      }
    }
    return isEnded;
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
  }

  /** Delivers its outputs; they have to be there. */
  void deliver() {
    deliveries.deliver(frame, values.outputs(), System.nanoTime() - startNanos);
  }

  /**
   * Tells the devices what comes next.
   *
   * @param following null for nothing
   */
  void goOn(StageFrame following) {
    next = following;
    nextKnown.open();
  }

  /** The frame behind this one; null if there is none or this one was given up. */
  StageFrame awaitNext() throws InterruptedException {
    nextKnown.await();
    return next;
  }

  /** Gives it up: nobody waits for it any longer. Twice is harmless. */
  void fail() {
    failed = true;
    gates.forEach(StageGate::open);
    nextKnown.open();
  }
}
