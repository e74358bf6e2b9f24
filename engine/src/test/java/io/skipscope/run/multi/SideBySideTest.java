package io.skipscope.run.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.DeviceException;
import io.skipscope.plan.PlanOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SideBySideTest {
  private final List<DeviceWorker> workers = Stream.of("quick", "slow").map(this::open).toList();

  private DeviceWorker open(String id) {
    return DeviceWorker.open(id, any -> new JavaDevice(1), info -> PlanOptions.DEFAULT);
  }

  @AfterEach
  void close() {
    workers.forEach(DeviceWorker::close);
  }

  /** The slow one ends when the quick one has begun to fill its time, else never. */
  @Test
  void aDeviceThatIsDoneStaysBusyUntilTheLastIs() {
    CountDownLatch filled = new CountDownLatch(1);
    SideBySide all = new SideBySide(workers, worker -> filled.countDown());
    Map<DeviceWorker, String> results =
        all.measure(
            worker -> {
              if (worker.id().equals("slow")) {
                awaitOrFail(filled);
              }
              return worker.id();
            });
    assertEquals(workers, List.copyOf(results.keySet()));
    assertEquals(List.of("quick", "slow"), List.copyOf(results.values()));
  }

  @Test
  void aDeviceThatFailsLetsTheOthersEnd() {
    SideBySide all = new SideBySide(workers, worker -> Thread.onSpinWait());
    DeviceLost lost =
        assertThrows(
            DeviceLost.class,
            () ->
                all.measure(
                    worker -> {
                      if (worker.id().equals("slow")) {
                        throw new DeviceException("device slow", "a planted fault", "none");
                      }
                      return worker.id();
                    }));
    assertEquals("slow", lost.deviceId());
    assertEquals("idle", workers.get(0).call(() -> "idle"));
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
