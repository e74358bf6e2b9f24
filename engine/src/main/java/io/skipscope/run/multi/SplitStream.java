package io.skipscope.run.multi;

import io.skipscope.job.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

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
  private final Passage passage;
  private final SplitStages stages;
  private final Job running = Job.unwatched();

  SplitStream(Passage passage) {
    this.passage = passage;
    stages = new SplitStages(passage.chain(), passage.schedule());
  }

  /**
   * Waits until all frames are out or a device fails.
   *
   * @return the devices that failed; none if all frames are out
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  List<DeviceLost> run(Job job) {
    List<DeviceLost> lost = new ArrayList<>();
    for (int frame : passage.deliveries().missing()) {
      job.progress("Running frames", passage.deliveries().done(), passage.deliveries().size());
      long start = System.nanoTime();
      SplitFrame one = new SplitFrame(passage, stages, frame);
      lost.addAll(pass(one));
      if (!lost.isEmpty()) {
        return lost;
      }
      passage.deliveries().deliver(frame, one.outputs(), System.nanoTime() - start);
    }
    return lost;
  }

  /** The devices that failed. */
  private List<DeviceLost> pass(SplitFrame frame) {
    Map<DeviceWorker, Future<Void>> passages = new LinkedHashMap<>();
    for (String device : stages.devices()) {
      DeviceWorker worker = passage.workers().get(device);
      passages.put(worker, worker.submit(() -> frame.follow(worker, running)));
    }
    return DeviceWorker.lost(passages, null);
  }
}
