package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.job.Job;
import io.skipscope.plan.DevicePlan;
import io.skipscope.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Builds the kernels of a plan on a thread of its own, so that weights can be packed and copied
 * meanwhile. One thread for all: drivers let one compile at a time.
 */
final class KernelBuilds implements AutoCloseable {
  private static final long PROGRESS_EVERY_MILLIS = 50;

  private final Device device;
  private final List<KernelLaunch> launches;
  private final CompletableFuture<Void> end;
  private volatile int built;
  private volatile boolean cancelled;

  private KernelBuilds(Device device, List<KernelLaunch> launches) {
    this.device = device;
    this.launches = launches;
    end = CompletableFuture.runAsync(this::buildAll, KernelBuilds::onOwnThread);
  }

  static KernelBuilds start(Device device, DevicePlan part) {
    return new KernelBuilds(device, distinct(part));
  }

  /** What a driver compiles; some compile a kernel anew for each local size. */
  private record Compiled(KernelSpec kernel, NdRange.WorkGroup local) {}

  private static List<KernelLaunch> distinct(DevicePlan part) {
    Set<Compiled> seen = new HashSet<>();
    List<KernelLaunch> launches = new ArrayList<>();
    for (Step step : part.steps()) {
      if (step instanceof Step.Run run
          && run.launch() instanceof KernelLaunch launch
          && seen.add(new Compiled(launch.kernel(), launch.range().local()))) {
        launches.add(launch);
      }
    }
    return launches;
  }

  private static void onOwnThread(Runnable work) {
    Thread thread = new Thread(work, "skipscope-build");
    thread.setDaemon(true);
    thread.start();
  }

  private void buildAll() {
    for (KernelLaunch launch : launches) {
      if (cancelled) {
        throw new CancellationException();
      }
      device.buildFor(launch);
      built++;
    }
  }

  /**
   * Waits until all are built.
   *
   * @throws io.skipscope.error.DeviceException if one does not build
   * @throws io.skipscope.job.CancelledException if the job was cancelled
   */
  void await(Job job) {
    try {
      while (!isDone()) {
        job.progress("Building kernels", built, launches.size());
      }
      end.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private boolean isDone() {
    try {
      end.get(PROGRESS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while kernels were built");
    }
  }

  /** Waits for the kernel that is being built, and leaves out the rest. */
  @Override
  public void close() {
    cancelled = true;
    end.exceptionally(failure -> null).join();
  }
}
