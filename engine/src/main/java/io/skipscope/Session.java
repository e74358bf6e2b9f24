package io.skipscope;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.SkipscopeException;
import io.skipscope.job.Job;
import io.skipscope.job.OwnerThread;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.RunResult;
import io.skipscope.run.SessionRunner;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.tune.TuningStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A model on a device, ready to run; where that fails, on the plain Java device. Any thread may
 * call; the device itself is touched by one thread of the session's own, one run at a time.
 */
public final class Session implements AutoCloseable {
  private final OwnerThread owner = new OwnerThread("session", "skipscope-device");
  private final Map<String, Float> factors = new ConcurrentHashMap<>();
  private volatile Model model;
  private volatile SessionRunner runner;

  private Session(Model model) {
    this.model = model;
  }

  /** Opens with default options on the device that {@code auto} means. */
  public static Session open(Model model) {
    return open(model, "auto", PlanOptions.DEFAULT);
  }

  /**
   * Opens with the kernels that {@code tune} has found on the device, where it has.
   *
   * @param deviceId as {@link Skipscope#devices} lists them, or {@code auto}
   * @throws io.skipscope.device.UnknownDeviceException if there is no such device
   */
  public static Session open(Model model, String deviceId, PlanOptions options) {
    return open(model, () -> DeviceCatalog.discover().open(deviceId), options);
  }

  /**
   * Likewise on a device that is got in another way.
   *
   * @param opener asked once; the session closes the device, also if this fails
   */
  public static Session open(Model model, Supplier<Device> opener, PlanOptions options) {
    Session session = new Session(model);
    try {
      session.owner.call(
          () -> {
            session.runner = session.newRunner(opener, options);
            return null;
          });
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    return session;
  }

  private SessionRunner newRunner(Supplier<Device> opener, PlanOptions options) {
    return new SessionRunner(
        opener,
        () -> DeviceCatalog.discover().open(DeviceCatalog.JAVA),
        model.graph(),
        info -> options.withTuned(TuningStore.usual().load(info)));
  }

  /**
   * Opens and makes ready for runs without taps at the model's own size.
   *
   * @see #open(Model, String, PlanOptions, TapSet, Job)
   */
  public static Session open(Model model, String deviceId, PlanOptions options, Job job) {
    return open(model, deviceId, options, TapSet.NONE, job);
  }

  /**
   * Opens and makes ready for runs with these taps at the model's own size: weights are packed and
   * copied, kernels built. Otherwise the first run does that.
   *
   * @throws io.skipscope.device.UnknownDeviceException if there is no such device
   * @throws io.skipscope.job.CancelledException if the job was cancelled; nothing stays open then
   */
  public static Session open(
      Model model, String deviceId, PlanOptions options, TapSet taps, Job job) {
    job.progress("Opening device " + deviceId, 0, 0);
    return open(model, deviceId, options).prepared(taps, job);
  }

  /** Likewise on a device that is got as in {@link #open(Model, Supplier, PlanOptions)}. */
  public static Session open(
      Model model, Supplier<Device> opener, PlanOptions options, TapSet taps, Job job) {
    return open(model, opener, options).prepared(taps, job);
  }

  private Session prepared(TapSet taps, Job job) {
    try {
      prepare(taps, job);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Makes ready for runs with these taps at the model's own size, as far as it is not. */
  public void prepare(TapSet taps, Job job) {
    String name = model.graph().inputs().get(0);
    Tensor input = Tensor.zeros(model.graph().shape(name));
    owner.call(
        () -> {
          runner.prepare(Map.of(name, input), taps, job);
          return null;
        });
  }

  public Model model() {
    return model;
  }

  /** The device that is used now. */
  public DeviceInfo device() {
    return runner.device();
  }

  /**
   * What was done in another way because the device failed, one line each: with the reference
   * kernels, in smaller batches, or on the plain Java device.
   */
  public List<String> recoveries() {
    return runner.recoveries();
  }

  /**
   * Runs an edited form of the model from now on; parameters that did not change stay on the
   * device.
   *
   * @param edited as {@link Model#edited} gives it
   */
  public void replaceModel(Model edited) {
    owner.call(
        () -> {
          runner.replaceGraph(edited.graph());
          model = edited;
          return null;
        });
  }

  /** Sets a factor of the graph for the runs that follow; nothing is planned or compiled anew. */
  public void setFactor(String name, float value) {
    factors.put(name, value);
  }

  /** Runs without taps. */
  public RunResult run(Tensor input) {
    return run(input, TapSet.NONE, Job.unwatched());
  }

  /**
   * Runs the model once and waits.
   *
   * @param input [batch, channels, height, width], normalised
   * @throws SkipscopeException if the input does not fit or the session is closed; if the device
   *     fails, the plain Java device takes its place, and the report says so
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  public RunResult run(Tensor input, TapSet taps, Job job) {
    return run(input, taps, TapListener.NONE, job);
  }

  /**
   * Like {@link #run(Tensor, TapSet, Job)}, but the taps are at hand before the run has ended.
   *
   * @param listener told of the taps as soon as they are there: on devices that share the host's
   *     memory while later layers still run, else right after them; never where the batch is too
   *     large to be run at once; again if the device then fails and another one takes its place
   */
  public RunResult run(Tensor input, TapSet taps, TapListener listener, Job job) {
    return owner.call(() -> runner.run(named(input), taps, Map.copyOf(factors), listener, job));
  }

  /**
   * Like {@link #run(Tensor, TapSet, TapListener, Job)}, but layers that give the same numbers as
   * in the last such run are not done again: with the same input and taps and another factor, a
   * session that was opened with {@link PlanOptions#withRestarts} begins at the sum of a tapped
   * block at or before the change, unless the taps of the last run are still lent. The report
   * counts what was left out.
   *
   * <p>A tap that is not computed again has the {@linkplain TapFrame#frame number} of the run that
   * has computed it.
   */
  public RunResult runChanged(Tensor input, TapSet taps, TapListener listener, Job job) {
    return owner.call(
        () -> runner.runChanged(named(input), taps, Map.copyOf(factors), listener, job));
  }

  /** Like {@link #run(Tensor, TapSet, Job)}; the report has the time of every launch. */
  public RunResult runTimed(Tensor input, TapSet taps, Job job) {
    return owner.call(() -> runner.runTimed(named(input), taps, Map.copyOf(factors), job));
  }

  /**
   * Like {@link #run(Tensor, TapSet, Job)}, for the numbers of the taps alone.
   *
   * @return one for each tap, in their order; they are read, and no device memory is held for them
   */
  public List<Tensor> values(Tensor input, TapSet taps, Job job) {
    try (RunResult result = run(input, taps, job)) {
      List<Tensor> values = result.taps().stream().map(TapFrame::tensor).toList();
      values.forEach(Tensor::data);
      return values;
    }
  }

  private Map<String, Tensor> named(Tensor input) {
    return Map.of(model.graph().inputs().get(0), input);
  }

  /** Releases the device; waits for a run that is under way. Twice is harmless. */
  @Override
  public synchronized void close() {
    if (!owner.isStopped()) {
      try {
        owner.call(this::release);
      } finally {
        owner.stop();
      }
    }
  }

  private Void release() {
    if (runner != null) {
      runner.close();
    }
    return null;
  }
}
