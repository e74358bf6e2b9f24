package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.job.CancelledException;
import io.skipscope.job.DaemonThreads;
import io.skipscope.job.Job;
import io.skipscope.plan.DevicePlan;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Builds the kernels of a plan on a thread of its own, so that weights can be packed and copied
 * meanwhile. One thread for all, since drivers let one compile at a time; where compiling turns out
 * to be slow, {@link SharedBuilds} brings in further processes.
 */
final class KernelBuilds implements AutoCloseable {
  private static final String BUILDING = "Building kernels";

  private static final long PROGRESS_EVERY_MILLIS = 50;

  /** Drivers that find a kernel in their cache need a tenth of that, PoCL's compiler twice that. */
  private static final long SLOW_NANOS = 250_000_000;

  private final Device device;
  private final Collection<List<KernelLaunch>> programs;
  private final int total;
  private final CompletableFuture<Void> end;
  private volatile int built;
  private volatile boolean cancelled;

  private KernelBuilds(Device device, Collection<List<KernelLaunch>> programs) {
    this.device = device;
    this.programs = programs;
    total = programs.stream().mapToInt(List::size).sum();
    end = CompletableFuture.runAsync(this::buildAll, DaemonThreads.oneForEach("skipscope-build"));
  }

  static KernelBuilds start(Device device, DevicePlan part) {
    return new KernelBuilds(device, distinct(part));
  }

  /** One launch for each kernel that a driver compiles, by program. */
  private static Collection<List<KernelLaunch>> distinct(DevicePlan part) {
    Set<KernelLaunch.Compiled> seen = new HashSet<>();
    Map<KernelSpec.Program, List<KernelLaunch>> programs =
        part.kernelLaunches()
            .filter(launch -> seen.add(launch.compiled()))
            .collect(
                Collectors.groupingBy(
                    launch -> launch.kernel().program(), LinkedHashMap::new, Collectors.toList()));
    return programs.values();
  }

  private void buildAll() {
    try (SharedBuilds shared = new SharedBuilds(device, programs)) {
      List<KernelLaunch> program;
      while ((program = shared.next()) != null) {
        long start = System.nanoTime();
        for (KernelLaunch launch : program) {
          build(launch);
        }
        if (System.nanoTime() - start > SLOW_NANOS * program.size()) {
          shared.bringInOthers();
        }
      }
    }
  }

  private void build(KernelLaunch launch) {
    if (cancelled) {
      throw new CancelledException(BUILDING);
    }
    device.buildFor(launch);
    built++;
  }

  /**
   * Waits until all are built.
   *
   * @throws io.skipscope.error.DeviceException if one does not build
   * @throws io.skipscope.job.CancelledException if the job was cancelled, or this thread
   *     interrupted
   */
  void await(Job job) {
    try {
      while (!isDone()) {
        job.progress(BUILDING, built, total);
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
      throw new CancelledException(BUILDING);
    }
  }

  /** Waits for the kernel that is being built, and leaves out the rest. */
  @Override
  public void close() {
    cancelled = true;
    end.exceptionally(failure -> null).join();
  }
}
