package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.HostMemory;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.Schedule;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Sends frames through the parts of one schedule, each on its device's thread. A device that fails
 * ends the stream; the frames that have come out by then stay. For one use.
 *
 * <pre>
 * frames ──> entry part ──inbox──> part ──inbox──> exit part ──> deliveries     a pipeline
 * frames ──> whichever part has room ──> deliveries                             else
 * </pre>
 *
 * <p>Each part begins a frame before the one before it has come out (see {@link PartFrames}), so
 * that neither copies nor the host's work keep a device waiting.
 */
final class FrameStream {
  /** So that a part always finds a frame waiting behind those that it has begun. */
  private static final int FRAMES_IN_FLIGHT_PER_PART = PartFrames.MOST_BEGUN + 1;

  private final Passage passage;
  private final FrameClaims claims;
  private final List<BlockingQueue<Frame>> inboxes = new ArrayList<>();
  private final ValuePool between = new ValuePool();
  private final Semaphore inFlight;
  private final Job running = Job.unwatched();
  private volatile boolean stopped;

  FrameStream(Passage passage) {
    this.passage = passage;
    Schedule schedule = passage.schedule();
    claims = new FrameClaims(schedule, passage.deliveries().missing());
    int parts = schedule.parts().size();
    schedule.parts().forEach(part -> inboxes.add(new LinkedBlockingQueue<>()));
    inFlight =
        new Semaphore(schedule.goal() == Goal.LATENCY ? 1 : FRAMES_IN_FLIGHT_PER_PART * parts);
  }

  /**
   * Waits until all frames are out or a device fails.
   *
   * @return the devices that failed; none if all frames are out
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  List<DeviceLost> run(Job job) {
    CountDownLatch ended = new CountDownLatch(passage.schedule().parts().size());
    Map<DeviceWorker, Future<Void>> parts = new LinkedHashMap<>();
    for (int index = 0; index < passage.schedule().parts().size(); index++) {
      int part = index;
      DeviceWorker worker = passage.workers().get(passage.schedule().parts().get(index).device());
      parts.put(worker, worker.submit(() -> work(part, worker, ended)));
    }
    RuntimeException interruption =
        StreamWatch.await(ended, passage.deliveries(), job, this::cancel);
    return DeviceWorker.lost(parts, interruption);
  }

  private Void work(int index, DeviceWorker worker, CountDownLatch ended)
      throws InterruptedException {
    boolean complete = false;
    try {
      try (PartFrames frames = frames(index, worker)) {
        pass(index, frames);
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

  private PartFrames frames(int index, DeviceWorker worker) {
    Part part = passage.schedule().parts().get(index);
    return new PartFrames(
        part,
        part.describe(passage.chain()),
        worker.runner(Workload.of(passage.chain(), part)),
        passage.schedule().isExit(index) ? HostMemory.FRESH : between,
        passage.deliveries()::add,
        running);
  }

  /** Begins a part's frames as they come, ends them in their order, and hands them on. */
  private void pass(int index, PartFrames frames) throws InterruptedException {
    int ended = 0;
    boolean more = true;
    while (!stopped && (more || !frames.isEmpty())) {
      Optional<Frame> next =
          more && frames.hasRoom() ? next(index, ended, frames.isEmpty()) : Optional.empty();
      if (next.isPresent()) {
        more = next.get() != Frame.NONE;
        if (more) {
          frames.begin(next.get());
        }
      } else {
        handOn(index, frames.end());
        ended++;
      }
    }
  }

  /**
   * The next frame for a part; {@link Frame#NONE} if there will be no more.
   *
   * @param ended how many frames it has done
   * @param wait until there is one; else there may be none yet
   */
  private Optional<Frame> next(int index, int ended, boolean wait) throws InterruptedException {
    if (passage.schedule().isEntry(index)) {
      return enter(index, wait);
    }
    if (ended == passage.schedule().parts().get(index).frames()) {
      return Optional.of(Frame.NONE);
    }
    BlockingQueue<Frame> inbox = inboxes.get(index);
    return wait ? Optional.of(inbox.take()) : Optional.ofNullable(inbox.poll());
  }

  private Optional<Frame> enter(int part, boolean wait) throws InterruptedException {
    if (wait) {
      inFlight.acquire();
    } else if (!inFlight.tryAcquire()) {
      return Optional.empty();
    }
    OptionalInt index = stopped ? OptionalInt.empty() : claims.take(part);
    if (index.isEmpty()) {
      inFlight.release();
      return Optional.of(Frame.NONE);
    }
    Map<String, Tensor> inputs =
        FrameInputs.of(passage.chain().graph(), passage.input().apply(index.getAsInt()));
    return Optional.of(new Frame(index.getAsInt(), inputs, System.nanoTime()));
  }

  private void handOn(int index, PartFrames.Ended ended) {
    if (passage.schedule().isEntry(index)) {
      claims.done(index);
    } else {
      between.giveBack(ended.in().values().values());
    }
    Frame frame = ended.out();
    if (passage.schedule().isExit(index)) {
      passage
          .deliveries()
          .deliver(frame.index(), frame.values(), System.nanoTime() - frame.startNanos());
      inFlight.release();
    } else {
      frame.values().values().forEach(value -> passage.deliveries().moved(sizeBytes(value)));
      inboxes.get(index + 1).add(frame);
    }
  }

  private static long sizeBytes(Tensor value) {
    return (long) value.shape().elementCount() * DataType.FLOAT32.sizeBytes();
  }

  private void cancel() {
    running.cancel();
    stop();
  }

  private void stop() {
    stopped = true;
    inboxes.forEach(inbox -> inbox.add(Frame.NONE));
    inFlight.release(inboxes.size());
  }
}
