package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.device.Device;
import io.skipscope.device.KernelSpec;
import io.skipscope.testing.TestDevices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kernels are compiled while the JVM stops and starts busy threads, for which it uses signals that
 * PoCL's compiler handles too. Without libjsig this ends the JVM, or a build fails.
 */
@Tag("opencl")
@Tag("long")
class BusyBuildTest {
  private static final int BUILDS = 20;

  @Test
  void compilingSurvivesBusyThreads() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    DoubleAdder sink = new DoubleAdder();
    for (int i = 0; i < 4; i++) {
      threads.add(new Thread(() -> compute(done, sink)));
    }
    threads.add(new Thread(() -> collect(done)));
    threads.forEach(Thread::start);
    int built = 0;
    try (Device device = TestDevices.open(TestDevices.OPENCL)) {
      for (; built < BUILDS; built++) {
        String unique = String.valueOf(System.nanoTime());
        Map<String, String> defines = Map.of("ACTIVATION", "RELU", "UNIQUE", unique);
        device.build(new KernelSpec("activation/activation.ref.cl", "activation", defines));
      }
    } finally {
      done.set(true);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(BUILDS, built);
  }

  private static void compute(AtomicBoolean done, DoubleAdder sink) {
    while (!done.get()) {
      double sum = 0;
      for (int i = 0; i < 100_000_000; i++) {
        sum += i * 1e-9;
      }
      sink.add(sum);
    }
  }

  private static void collect(AtomicBoolean done) {
    while (!done.get()) {
      System.gc();
    }
  }
}
