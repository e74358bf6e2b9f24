package io.skipscope.device.opencl;

import io.skipscope.device.KernelLaunch;
import io.skipscope.error.DeviceException;
import io.skipscope.job.DaemonThreads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds what will probably be asked for, on a thread of its own, until it is told to stop. */
final class AheadBuilds {
  private final CompletableFuture<Void> end;
  private volatile boolean stopped;

  AheadBuilds(Supplier<List<KernelLaunch>> launches, Consumer<KernelLaunch> build) {
    end =
        CompletableFuture.runAsync(
            () -> buildAll(launches, build), DaemonThreads.oneForEach("skipscope-build-ahead"));
  }

  private void buildAll(Supplier<List<KernelLaunch>> launches, Consumer<KernelLaunch> build) {
    for (KernelLaunch launch : launches.get()) {
      if (stopped) {
        return;
      }
      try {
        build.accept(launch);
      } catch (DeviceException e) {
        // Whoever asks for this kernel gets the failure; perhaps nobody does.
        return;
      }
    }
  }

  /** Waits for the one that is being built. */
  void stop() {
    stopped = true;
    end.exceptionally(failure -> null).join();
  }
}
