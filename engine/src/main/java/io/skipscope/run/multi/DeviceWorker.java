package io.skipscope.run.multi;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceInfo;
import io.skipscope.error.DeviceException;
import io.skipscope.job.Job;
import io.skipscope.job.OwnerThread;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Runner;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * One device with its context, its thread and its queue. Any thread may give it work; the device is
 * touched by its own thread alone.
 */
final class DeviceWorker implements AutoCloseable {
  private final String id;
  private final boolean recovers;
  private final OwnerThread owner;
  private Device device;
  private PlanOptions options;
  private final List<Runner> runners = new CopyOnWriteArrayList<>();
  private final List<String> recoveries = new CopyOnWriteArrayList<>();

  private DeviceWorker(String id, boolean recovers) {
    this.id = id;
    this.recovers = recovers;
    owner = new OwnerThread("device " + id, "skipscope-device-" + id);
  }

  /**
   * @param opener opens the device of that id
   * @param options what networks are compiled with on the device
   * @throws DeviceLost if the device does not open
   */
  static DeviceWorker open(
      String id, Function<String, Device> opener, Function<DeviceInfo, PlanOptions> options) {
    return new DeviceWorker(id, true).opened(opener, options);
  }

  /** Likewise, for parts of a device: alone they do better than together in another way. */
  static DeviceWorker openTeam(
      String id, Function<String, Device> opener, Function<DeviceInfo, PlanOptions> options) {
    return new DeviceWorker(id, false).opened(opener, options);
  }

  private DeviceWorker opened(
      Function<String, Device> opener, Function<DeviceInfo, PlanOptions> options) {
    try {
      call(
          () -> {
            device = opener.apply(id);
            this.options = options.apply(device.info());
            return null;
          });
      return this;
    } catch (RuntimeException e) {
      close();
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

  /**
   * Waits for work of several devices to end.
   *
   * @param interruption what is thrown in the end, whatever the work has thrown, or null
   * @return the devices that failed
   */
  static List<DeviceLost> lost(
      Map<DeviceWorker, Future<Void>> works, RuntimeException interruption) {
    List<DeviceLost> lost = new ArrayList<>();
    RuntimeException other = interruption;
    for (Map.Entry<DeviceWorker, Future<Void>> work : works.entrySet()) {
      try {
        work.getKey().result(work.getValue());
      } catch (DeviceLost e) {
        lost.add(e);
      } catch (RuntimeException e) {
        other = other == null ? e : other;
      }
    }
    if (other != null) {
      throw other;
    }
    return lost;
  }

  /** Makes ready for runs of networks, in place of those before, and runs each once. */
  void load(List<Workload> workloads, Job job) {
    call(
        () -> {
          unload();
          workloads.forEach(workload -> load(workload, job));
          return null;
        });
  }

  private void load(Workload workload, Job job) {
    Runner runner =
        recovers
            ? Runner.recovering(device, workload.graph(), options)
            : new Runner(device, workload.graph(), options);
    runners.add(runner);
    Tensor zeros = Tensor.zeros(workload.input());
    runner.run(FrameInputs.of(workload.graph(), zeros), TapSet.NONE, Map.of(), job);
  }

  private void unload() {
    List<Runner> old = List.copyOf(runners);
    old.forEach(runner -> recoveries.addAll(runner.recoveries()));
    runners.clear();
    old.forEach(Runner::close);
  }

  /** What the device failed at and then did in another way, one line each. Any thread. */
  List<String> recoveries() {
    Set<String> lines = new LinkedHashSet<>(recoveries);
    runners.forEach(runner -> lines.addAll(runner.recoveries()));
    return List.copyOf(lines);
  }

  /** The device; only for work that was submitted. */
  Device device() {
    return device;
  }

  /** The first network that was loaded; only for work that was submitted. */
  Runner runner() {
    return runner(0);
  }

  /** One of the networks that were loaded, by their order; only for work that was submitted. */
  Runner runner(int network) {
    return runners.get(network);
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
