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
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Workload, Runner> runners = new ConcurrentHashMap<>();
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

  /** Makes ready for runs of networks, in place of those before. */
  void load(List<Workload> workloads, Job job) {
    call(
        () -> {
          unloadAllBut(workloads);
          workloads.forEach(workload -> load(workload, job));
          return null;
        });
  }

  /** Makes ready for runs of further networks. */
  void loadToo(List<Workload> workloads, Job job) {
    call(
        () -> {
          workloads.forEach(workload -> load(workload, job));
          return null;
        });
  }

  /** Runs a network once that was not loaded yet. */
  private void load(Workload workload, Job job) {
    if (runners.containsKey(workload)) {
      return;
    }
    Graph graph = workload.graph();
    Runner runner =
        recovers ? Runner.recovering(device, graph, options) : new Runner(device, graph, options);
    runners.put(workload, runner);
    Tensor zeros = Tensor.zeros(workload.input());
    runner.run(FrameInputs.of(graph, zeros), TapSet.NONE, Map.of(), job);
  }

  private void unloadAllBut(List<Workload> workloads) {
    Map<Workload, Runner> old = new HashMap<>(runners);
    old.keySet().removeAll(workloads);
    old.values().forEach(runner -> recoveries.addAll(runner.recoveries()));
    runners.keySet().removeAll(old.keySet());
    old.values().forEach(Runner::close);
  }

  /** What the device failed at and then did in another way, one line each. Any thread. */
  List<String> recoveries() {
    Set<String> lines = new LinkedHashSet<>(recoveries);
    runners.values().forEach(runner -> lines.addAll(runner.recoveries()));
    return List.copyOf(lines);
  }

  /** The device; only for work that was submitted. */
  Device device() {
    return device;
  }

  /** One of the networks that were loaded; only for work that was submitted. */
  Runner runner(Workload workload) {
    return runners.get(workload);
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
      unloadAllBut(List.of());
    } finally {
      if (device != null) {
        device.close();
      }
    }
    return null;
  }
}
