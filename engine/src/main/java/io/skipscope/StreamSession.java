package io.skipscope;

import io.skipscope.error.DeviceException;
import io.skipscope.job.Job;
import io.skipscope.job.OwnerThread;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Goal;
import io.skipscope.tensor.Tensor;
import java.util.List;

/**
 * A model on several devices, ready to run streams of frames: each device gets whole frames, or a
 * range of blocks, or nothing, whichever is predicted to be the fastest. Any thread may call; one
 * stream runs at a time.
 */
public final class StreamSession implements AutoCloseable {
  private final OwnerThread owner = new OwnerThread("session", "skipscope-stream");
  private final ScheduledRunner runner;

  private StreamSession(ScheduledRunner runner) {
    this.runner = runner;
  }

  /**
   * Opens devices, and measures the model on them where that is not known from an earlier start.
   *
   * @param deviceIds as {@link Skipscope#devices} lists them, each once
   * @throws DeviceException if there is no device of an id; one that fails is set aside
   * @throws io.skipscope.job.CancelledException if the job was cancelled; nothing stays open then
   */
  public static StreamSession open(
      Model model, List<String> deviceIds, PlanOptions options, Job job) {
    DeviceCatalog catalog = DeviceCatalog.discover();
    List<String> ids = deviceIds.stream().map(id -> catalog.find(id).id()).distinct().toList();
    System.Logger log = System.getLogger(StreamSession.class.getName());
    StreamSession session =
        new StreamSession(
            ScheduledRunner.usual(
                model.graph(),
                options,
                catalog,
                problem -> log.log(System.Logger.Level.WARNING, problem)));
    Tensor zeros = Tensor.zeros(model.graph().shape(model.graph().inputs().get(0)));
    try {
      session.owner.call(
          () -> {
            session.runner.open(ids, zeros, job);
            return null;
          });
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    return session;
  }

  /**
   * Runs each frame once, also if devices fail on the way: the others do their work, in the end the
   * plain Java device.
   *
   * @param frames normalised inputs, each [batch, channels, height, width] of the model's own shape
   * @return outputs in the order of the frames, with what was predicted, measured and lost
   * @throws io.skipscope.error.InputException if a frame does not fit the model
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public StreamResult run(List<Tensor> frames, Goal goal, Job job) {
    return owner.call(() -> runner.run(frames.size(), goal, null, frames::get, job));
  }

  /** Why each device that failed was set aside. */
  public List<? extends DeviceException> lost() {
    return owner.call(runner::lost);
  }

  /** What devices failed at and then did in another way, one line each. */
  public List<String> recoveries() {
    return owner.call(runner::recoveries);
  }

  /** Releases the devices; waits for a stream that is under way. Twice is harmless. */
  @Override
  public synchronized void close() {
    if (!owner.isStopped()) {
      try {
        owner.call(
            () -> {
              runner.close();
              return null;
            });
      } finally {
        owner.stop();
      }
    }
  }
}
