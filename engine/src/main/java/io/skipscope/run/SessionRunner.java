package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.UnknownDeviceException;
import io.skipscope.error.DeviceException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs a prepared graph on a device of its own. One that fails for good is set aside, and another
 * takes its place: the plain Java device, which is always there. Belongs to one thread; any may ask
 * for its device and what became of it.
 */
public final class SessionRunner implements AutoCloseable {
  private final Supplier<Device> replacement;
  private final Function<DeviceInfo, PlanOptions> options;
  private final List<String> lost = new CopyOnWriteArrayList<>();
  private Graph graph;
  private volatile Device device;
  private volatile Runner runner;

  /**
   * @param opener opens the device that is asked for
   * @param replacement opens the plain Java device
   * @param graph has been through {@link io.skipscope.pass.Passes#prepare}
   * @param options what the graph is compiled with on a device
   * @throws UnknownDeviceException if there is no such device
   * @throws DeviceException if no device opens
   */
  public SessionRunner(
      Supplier<Device> opener,
      Supplier<Device> replacement,
      Graph graph,
      Function<DeviceInfo, PlanOptions> options) {
    this.replacement = replacement;
    this.graph = graph;
    this.options = options;
    try {
      take(opener.get());
    } catch (UnknownDeviceException e) {
      throw e;
    } catch (DeviceException e) {
      replace(e);
    }
  }

  private void take(Device opened) {
    device = opened;
    try {
      runner = Runner.recovering(opened, graph, options.apply(opened.info()));
    } catch (RuntimeException e) {
      Closing.after(e, opened::close);
      throw e;
    }
  }

  /** The device that is used now. */
  public DeviceInfo device() {
    return device.info();
  }

  /** Why the device that was asked for has been set aside; empty while it has not. */
  public List<String> lost() {
    return List.copyOf(lost);
  }

  /** What did not go as asked because a device failed, one line each. */
  public List<String> recoveries() {
    return Stream.concat(lost.stream(), runner.recoveries().stream()).toList();
  }

  /** Runs an edited graph from now on; unchanged parameters stay on the device. */
  public void replaceGraph(Graph edited) {
    graph = edited;
    runner.replaceGraph(edited);
  }

  /** Makes ready for runs of such inputs and taps. */
  public void prepare(Map<String, Tensor> inputs, TapSet taps, Job job) {
    onAnyDevice(current -> current.plan(inputs, taps, job));
  }

  /**
   * One run.
   *
   * @throws DeviceException if the plain Java device fails too
   * @see Runner#run(Map, TapSet, Map, TapListener, Job)
   */
  public RunResult run(
      Map<String, Tensor> inputs,
      TapSet taps,
      Map<String, Float> factors,
      TapListener listener,
      Job job) {
    return onAnyDevice(current -> current.run(inputs, taps, factors, listener, job))
        .withFallbacks(lost);
  }

  /**
   * Likewise, without doing again what has not changed.
   *
   * @see Runner#runChanged(Map, TapSet, Map, TapListener, Job)
   */
  public RunResult runChanged(
      Map<String, Tensor> inputs,
      TapSet taps,
      Map<String, Float> factors,
      TapListener listener,
      Job job) {
    return onAnyDevice(current -> current.runChanged(inputs, taps, factors, listener, job))
        .withFallbacks(lost);
  }

  /** Like {@link #run}; the report has the time of every launch. */
  public RunResult runTimed(
      Map<String, Tensor> inputs, TapSet taps, Map<String, Float> factors, Job job) {
    return onAnyDevice(current -> current.runTimed(inputs, taps, factors, job)).withFallbacks(lost);
  }

  private <T> T onAnyDevice(Function<Runner, T> work) {
    try {
      return work.apply(runner);
    } catch (DeviceException failure) {
      if (!device.runsKernels()) {
        throw failure;
      }
      Closing.after(failure, this::close);
      replace(failure);
      return work.apply(runner);
    }
  }

  private void replace(DeviceException failure) {
    take(replacement.get());
    lost.add(failure.getMessage() + "; it is set aside, " + device().name() + " goes on");
  }

  /** Releases the device, also if it refuses a part of that. */
  @Override
  public void close() {
    Closing.all(List.of(runner::close, device::close));
  }
}
