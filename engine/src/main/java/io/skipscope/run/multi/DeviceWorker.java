package io.skipscope.run.multi;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.DeviceException;
import io.skipscope.graph.Graph;
import io.skipscope.job.Job;
import io.skipscope.job.OwnerThread;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * One device with its context, its thread and its queue. Any thread may give it work; the device is
 * touched by its own thread alone.
 */
final class DeviceWorker implements AutoCloseable {
  private final String id;
  private final OwnerThread owner;
  private Device device;
  private PlanOptions options;
  private Runner runner;

  private DeviceWorker(String id) {
    this.id = id;
    owner = new OwnerThread("device " + id, "skipscope-device-" + id);
  }

  /**
   * @param opener opens the device of that id
   * @param options what networks are compiled with on the device
   * @throws DeviceLost if the device does not open
   */
  static DeviceWorker open(
      String id, Function<String, Device> opener, Function<DeviceInfo, PlanOptions> options) {
    DeviceWorker worker = new DeviceWorker(id);
    try {
      worker.call(
          () -> {
            worker.device = opener.apply(id);
            worker.options = options.apply(worker.device.info());
            return null;
          });
      return worker;
    } catch (RuntimeException e) {
      worker.close();
      throw e;
    }
  }

  String id() {
    return id;
  }

  DeviceInfo info() {
    return device.info();
  }

  /**
   * Does work on the device's thread behind all that was given before.
   *
   * @return the work's end; where the device refused, it fails with {@link DeviceLost}
   */
  <T> Future<T> submit(Callable<T> work) {
    return owner.submit(
        () -> {
          try {
            return work.call();
          } catch (DeviceException e) {
            throw new DeviceLost(id, e);
          }
        });
  }

  /** Waits for submitted work; what it throws comes out here. */
  <T> T result(Future<T> work) {
    return owner.result(work);
  }

  <T> T call(Callable<T> work) {
    return result(submit(work));
  }

  /** Makes ready for runs of a network, in place of the one before, and runs it once. */
  void load(Graph graph, Job job) {
    call(
        () -> {
          unload();
          runner = new Runner(device, graph, options);
          return runner.run(FrameInputs.zeros(graph), TapSet.NONE, Map.of(), job);
        });
  }

  private void unload() {
    if (runner != null) {
      Runner old = runner;
      runner = null;
      old.close();
    }
  }

  /** The device; only for work that was submitted. */
  Device device() {
    return device;
  }

  /** The network that was loaded; only for work that was submitted. */
  Runner runner() {
    return runner;
  }

  /** Releases the device; waits for what it does. A device that refuses that too is left alone. */
  @Override
  public void close() {
    if (owner.isStopped()) {
      return;
    }
    try {
      call(this::release);
    } catch (DeviceLost lost) {
      System.getLogger(DeviceWorker.class.getName())
          .log(System.Logger.Level.DEBUG, "A device that did not close", lost);
    } finally {
      owner.stop();
    }
  }

  private Void release() {
    try {
      unload();
    } finally {
      if (device != null) {
        device.close();
      }
    }
    return null;
  }
}
