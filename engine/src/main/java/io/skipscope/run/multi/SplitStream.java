package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Sends one frame after the other through the stages of a schedule whose devices share the rows of
 * a frame. A device that fails ends the stream; the frames that have come out by then stay.
 *
 * <pre>
 * frame ──> part 1 of the stage ──> rows ──┐
 *      └──> part 2 of the stage ──> rows ──┴──> every part of the next stage ──> ... ──> deliveries
 * </pre>
 */
final class SplitStream {
  private final Chain chain;
  private final SplitStages stages;
  private final Map<String, DeviceWorker> workers;
  private final IntFunction<Tensor> input;
  private final Deliveries deliveries;
  private final Job running = Job.unwatched();

  /**
   * @param workers by device id, each with the networks of its parts loaded in their order
   * @param input the first input of a frame by its index
   * @param deliveries gets the frames that it misses
   */
  SplitStream(
      Chain chain,
      Schedule schedule,
      Map<String, DeviceWorker> workers,
      IntFunction<Tensor> input,
      Deliveries deliveries) {
    this.chain = chain;
    this.workers = workers;
    this.input = input;
    this.deliveries = deliveries;
    stages = new SplitStages(schedule);
  }

  /**
   * Waits until all frames are out or a device fails.
   *
   * @return the devices that failed; none if all frames are out
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  List<DeviceLost> run(Job job) {
    List<DeviceLost> lost = new ArrayList<>();
    for (int frame : deliveries.missing()) {
      job.progress("Running frames", deliveries.done(), deliveries.size());
      long start = System.nanoTime();
      SplitFrame passage = new SplitFrame(chain, stages, deliveries, frame, input.apply(frame));
      lost.addAll(pass(passage));
      if (!lost.isEmpty()) {
        return lost;
      }
      deliveries.deliver(frame, passage.outputs(), System.nanoTime() - start);
    }
    return lost;
  }

  /** The devices that failed. */
  private List<DeviceLost> pass(SplitFrame frame) {
    Map<DeviceWorker, Future<Void>> passages = new LinkedHashMap<>();
    for (String device : stages.devices()) {
      DeviceWorker worker = workers.get(device);
      passages.put(worker, worker.submit(() -> frame.follow(worker, running)));
    }
    return DeviceWorker.lost(passages, null);
  }
}
