package io.skipscope.run.multi;

import io.skipscope.job.Job;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/**
 * Sends one frame after the other through the stages of a schedule whose devices work on the same
 * frame. A device that fails ends the stream; the frames that have come out by then stay. For one
 * use.
 *
 * <pre>
 * frame ──> part 1 of the stage ──> values ──┐
 *      └──> part 2 of the stage ──> values ──┴──> parts of the next stage ──> ... ──> deliveries
 * </pre>
 *
 * <p>Each device's thread follows all frames. The one that ends a frame begins the next, so that
 * between two frames, as between two stages, only those have to be woken that go on elsewhere.
 */
final class StageStream {
  private final Passage passage;
  private final Stages stages;
  private final Iterator<Integer> missing;
  private final Job running = Job.unwatched();
  private volatile boolean stopped;
  private volatile StageFrame current;

  StageStream(Passage passage) {
    this.passage = passage;
    stages = new Stages(passage.chain(), passage.schedule());
    missing = passage.deliveries().missing().iterator();
  }

  /**
   * Waits until all frames are out or a device fails.
   *
   * @return the devices that failed; none if all frames are out
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  List<DeviceLost> run(Job job) {
    begin();
    CountDownLatch ended = new CountDownLatch(stages.devices().size());
    Map<DeviceWorker, Future<Void>> passages = new LinkedHashMap<>();
    for (String device : stages.devices()) {
      DeviceWorker worker = passage.workers().get(device);
      passages.put(worker, worker.submit(() -> pass(worker, ended)));
    }
    RuntimeException interruption =
        StreamWatch.await(ended, passage.deliveries(), job, this::cancel);
    return DeviceWorker.lost(passages, interruption);
  }

  /** Begins at the first frame: no later one begins before each device has done its steps of it. */
  private Void pass(DeviceWorker worker, CountDownLatch ended) throws InterruptedException {
    boolean complete = false;
    try {
      for (StageFrame frame = current; frame != null; frame = frame.awaitNext()) {
        if (frame.follow(worker, running)) {
          frame.deliver();
          frame.goOn(begin());
        }
      }
      complete = true;
      return null;
    } finally {
      if (!complete) {
        stop();
      }
      ended.countDown();
    }
  }

  /** The next frame; null if there is none. One thread at a time. */
  private StageFrame begin() {
    if (stopped || !missing.hasNext()) {
      return null;
    }
    StageFrame frame = new StageFrame(passage, stages, missing.next());
    current = frame;
    // Who stops the stream from now on gives up this frame; who did so just before, another.
    if (stopped) {
      frame.fail();
    }
    return frame;
  }

  private void cancel() {
    running.cancel();
    stop();
  }

  private void stop() {
    stopped = true;
    StageFrame frame = current;
    if (frame != null) {
      frame.fail();
    }
  }
}
