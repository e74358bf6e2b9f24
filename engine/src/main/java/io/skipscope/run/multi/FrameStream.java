package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.RunResult;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.Schedule;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends frames through the parts of one schedule, each on its device's thread. A device that fails
 * ends the stream; the frames that have come out by then stay. For one use.
 *
 * <pre>
 * frames ──> entry part ──inbox──> part ──inbox──> exit part ──> deliveries     a pipeline
 * frames ──> any part, as far as its share goes ──> deliveries                  else
 * </pre>
 */
final class FrameStream {
  private static final long PROGRESS_EVERY_MILLIS = 50;

  /** So that a part finds its next frame waiting, and no more. */
  private static final int FRAMES_IN_FLIGHT_PER_PART = 2;

  /** A frame on its way: what the next part reads. */
  private record Frame(int index, Map<String, Tensor> values, long startNanos) {
    /** Wakes a part that waits in a stream that has ended. */
    static final Frame NONE = new Frame(-1, Map.of(), 0);
  }

  private final Passage passage;
  private final Queue<Integer> frames;
  private final List<BlockingQueue<Frame>> inboxes = new ArrayList<>();
  private final Semaphore inFlight;
  private final Job running = Job.unwatched();
  private volatile boolean stopped;

  FrameStream(Passage passage) {
    this.passage = passage;
    frames = new ConcurrentLinkedQueue<>(passage.deliveries().missing());
    Schedule schedule = passage.schedule();
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
    RuntimeException interruption = await(ended, job);
    return DeviceWorker.lost(parts, interruption);
  }

  /** What made the job's owner end the stream, or null. */
  private RuntimeException await(CountDownLatch ended, Job job) {
    RuntimeException interruption = null;
    try {
      while (!ended.await(PROGRESS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          job.progress("Running frames", passage.deliveries().done(), passage.deliveries().size());
        } catch (RuntimeException e) {
          interruption = e;
          running.cancel();
          stop();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.cancel();
      stop();
    }
    return interruption;
  }

  private Void work(int index, DeviceWorker worker, CountDownLatch ended)
      throws InterruptedException {
    boolean complete = false;
    try {
      Part part = passage.schedule().parts().get(index);
      Runner runner = worker.runner(Workload.of(passage.chain(), part));
      for (int count = 0; count < part.frames() && !stopped; count++) {
        Frame frame = passage.schedule().isEntry(index) ? enter() : inboxes.get(index).take();
        if (!stopped) {
          handOn(index, step(part, runner, frame));
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

  private Frame enter() throws InterruptedException {
    inFlight.acquire();
    if (stopped) {
      return Frame.NONE;
    }
    int index = frames.remove();
    Map<String, Tensor> inputs =
        FrameInputs.of(passage.chain().graph(), passage.input().apply(index));
    return new Frame(index, inputs, System.nanoTime());
  }

  private Frame step(Part part, Runner runner, Frame frame) {
    long start = System.nanoTime();
    RunResult result =
        part.from() == 0
            ? runner.run(frame.values, TapSet.NONE, Map.of(), running)
            : runner.resume(frame.values, running);
    long elapsed = System.nanoTime() - start;
    passage
        .deliveries()
        .add(new Span(part.device(), part.describe(passage.chain()), frame.index, start, elapsed));
    return new Frame(frame.index, result.outputs(), frame.startNanos);
  }

  private void handOn(int index, Frame frame) {
    if (passage.schedule().isExit(index)) {
      passage.deliveries().deliver(frame.index, frame.values, System.nanoTime() - frame.startNanos);
      inFlight.release();
    } else {
      frame.values.values().forEach(value -> passage.deliveries().moved(sizeBytes(value)));
      inboxes.get(index + 1).add(frame);
    }
  }

  private static long sizeBytes(Tensor value) {
    return (long) value.shape().elementCount() * DataType.FLOAT32.sizeBytes();
  }

  private void stop() {
    stopped = true;
    inboxes.forEach(inbox -> inbox.add(Frame.NONE));
    inFlight.release(inboxes.size());
  }
}
