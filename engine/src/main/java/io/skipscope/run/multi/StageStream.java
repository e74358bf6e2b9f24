package io.skipscope.run.multi;

import io.skipscope.job.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * Sends one frame after the other through the stages of a schedule whose devices work on the same
 * frame. A device that fails ends the stream; the frames that have come out by then stay.
 *
 * <pre>
 * frame ──> part 1 of the stage ──> values ──┐
 *      └──> part 2 of the stage ──> values ──┴──> parts of the next stage ──> ... ──> deliveries
 * </pre>
 */
final class StageStream {
  private final Passage passage;
  private final Stages stages;
  private final Job running = Job.unwatched();

  StageStream(Passage passage) {
    this.passage = passage;
    stages = new Stages(passage.chain(), passage.schedule());
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
      StageFrame one = new StageFrame(passage, stages, frame);
      lost.addAll(pass(one));
      if (!lost.isEmpty()) {
        return lost;
      }
      passage.deliveries().deliver(frame, one.outputs(), System.nanoTime() - start);
    }
    return lost;
  }

  /** The devices that failed. */
  private List<DeviceLost> pass(StageFrame frame) {
    Map<DeviceWorker, Future<Void>> passages = new LinkedHashMap<>();
    for (String device : stages.devices()) {
      DeviceWorker worker = passage.workers().get(device);
      passages.put(worker, worker.submit(() -> frame.follow(worker, running)));
    }
    return DeviceWorker.lost(passages, null);
  }
}
