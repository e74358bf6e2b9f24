package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.SecondCompiler;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.testing.Skips;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedBuildsTest {
  private static final List<List<KernelLaunch>> PROGRAMS =
      IntStream.range(0, 8).mapToObj(SharedBuildsTest::program).toList();

  private final BlockingQueue<KernelLaunch> compiledElsewhere = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  @Test
  void aloneTheDeviceBuildsAllInOrder() {
    try (SharedBuilds builds = new SharedBuilds(new JavaDevice(), PROGRAMS)) {
      assertEquals(PROGRAMS, rest(builds));
    }
  }

  @Test
  void secondCompilerTakesWholeProgramsFromTheBackAndTheDeviceBuildsThemInTheEnd()
      throws InterruptedException {
    needTwoProcessors();
    try (SharedBuilds builds = new SharedBuilds(device(launch -> true), PROGRAMS)) {
      List<List<KernelLaunch>> built = new ArrayList<>(List.of(builds.next()));
      builds.bringInOthers();
      compiledElsewhere.poll(10, TimeUnit.SECONDS);
      built.addAll(rest(builds));
      assertEquals(PROGRAMS.get(0), built.get(0));
      assertEquals(PROGRAMS.size(), built.size());
      assertEquals(new HashSet<>(PROGRAMS), new HashSet<>(built));
      // One of an even number was taken out above.
      assertTrue(compiledElsewhere.size() % 2 == 1, "half a program was compiled elsewhere");
    }
  }

  @Test
  void whatASecondCompilerCannotCompileIsLeftToTheDevice() {
    needTwoProcessors();
    try (SharedBuilds builds = new SharedBuilds(device(launch -> false), PROGRAMS)) {
      builds.bringInOthers();
      assertEquals(new HashSet<>(PROGRAMS), new HashSet<>(rest(builds)));
    }
  }

  @Test
  void fewProgramsAreNotWorthASecondCompiler() {
    List<List<KernelLaunch>> few = PROGRAMS.subList(0, 3);
    try (SharedBuilds builds = new SharedBuilds(device(launch -> true), few)) {
      builds.bringInOthers();
      assertEquals(few, rest(builds));
      assertTrue(compiledElsewhere.isEmpty());
    }
  }

  @Test
  void secondCompilersAreGivenNothingMoreOnceTheBuildsAreClosed() throws InterruptedException {
    needTwoProcessors();
    SharedBuilds builds = new SharedBuilds(device(launch -> true), PROGRAMS);
    builds.close();
    builds.bringInOthers();
    assertTrue(closed.await(10, TimeUnit.SECONDS));
    assertTrue(compiledElsewhere.isEmpty());
  }

  private static void needTwoProcessors() {
    Skips.unless(Runtime.getRuntime().availableProcessors() > 1, "only one processor");
  }

  private static List<List<KernelLaunch>> rest(SharedBuilds builds) {
    List<List<KernelLaunch>> rest = new ArrayList<>();
    for (List<KernelLaunch> next = builds.next(); next != null; next = builds.next()) {
      rest.add(next);
    }
    assertNull(builds.next());
    return rest;
  }

  /** Notes what it is given, and answers as it is told. */
  private final class Scripted implements SecondCompiler {
    private final Predicate<KernelLaunch> compiles;

    Scripted(Predicate<KernelLaunch> compiles) {
      this.compiles = compiles;
    }

    @Override
    public boolean compile(KernelLaunch launch) {
      compiledElsewhere.add(launch);
      return compiles.test(launch);
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  /** A device whose second compilers do as they are told. */
  private Device device(Predicate<KernelLaunch> compiles) {
    Class<?>[] types = {Device.class};
    return (Device)
        Proxy.newProxyInstance(
            Device.class.getClassLoader(),
            types,
            (proxy, method, args) -> Optional.of(new Scripted(compiles)));
  }

  /** Two kernels of one source. */
  private static List<KernelLaunch> program(int number) {
    return List.of(launch(number, "first"), launch(number, "second"));
  }

  private static KernelLaunch launch(int number, String function) {
    KernelSpec kernel = new KernelSpec(number + ".cl", function, Map.of());
    return new KernelLaunch("n", kernel, NdRange.of(1, 1, 1), List.of());
  }
}
