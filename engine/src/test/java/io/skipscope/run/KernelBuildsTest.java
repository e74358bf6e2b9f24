package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.job.Job;
import io.skipscope.plan.DevicePlan;
import io.skipscope.plan.Step;
import io.skipscope.testing.Skips;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelBuildsTest {
  private final AtomicInteger built = new AtomicInteger();
  private final AtomicInteger secondCompilers = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({"0, false", "300, true"})
  void onlySlowCompilingBringsInSecondCompilers(int firstMillis, boolean wanted) {
    Skips.unless(Runtime.getRuntime().availableProcessors() > 1, "only one processor");
    List<Step> steps = IntStream.range(0, 6).mapToObj(KernelBuildsTest::step).toList();
    build(steps, firstMillis);
    assertEquals(wanted, secondCompilers.get() > 0);
    assertEquals(steps.size(), built.get());
  }

  @Test
  void launchesOfOneKernelAndWorkGroupAreBuiltOnce() {
    build(List.of(step(1), step(2), step(1)), 0);
    assertEquals(2, built.get());
  }

  private void build(List<Step> steps, int firstMillis) {
    DevicePlan part = new DevicePlan("0.0", steps, null, Set.of(), null);
    try (KernelBuilds builds = KernelBuilds.start(device(firstMillis), part)) {
      builds.await(Job.unwatched());
    }
  }

  /** A device that takes its time over the first kernel, and has no second compiler to give. */
  private Device device(int firstMillis) {
    Class<?>[] types = {Device.class};
    return (Device)
        Proxy.newProxyInstance(
            Device.class.getClassLoader(),
            types,
            (proxy, method, args) -> {
              if (method.getName().equals("startSecondCompiler")) {
                secondCompilers.incrementAndGet();
                return Optional.empty();
              }
              if (built.getAndIncrement() == 0) {
                Thread.sleep(firstMillis);
              }
              return null;
            });
  }

  private static Step step(int number) {
    KernelSpec kernel = new KernelSpec(number + ".cl", "x", Map.of());
    return new Step.Run(new KernelLaunch("n", kernel, NdRange.of(1, 1, 1), List.of()));
  }
}
