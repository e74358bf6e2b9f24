package io.skipscope.run.multi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import io.skipscope.testing.FailingDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandOverProbeTest {
  private final List<DeviceWorker> workers = new ArrayList<>();

  private void open(String id, Device device) {
    workers.add(DeviceWorker.open(id, any -> device, info -> PlanOptions.DEFAULT));
  }

  @AfterEach
  void close() {
    workers.forEach(DeviceWorker::close);
  }

  @Test
  void eachPairIsMeasuredOnceForBothDirections() {
    List.of("a", "b", "c").forEach(id -> open(id, new JavaDevice(1)));
    Map<String, Map<String, Double>> millis = HandOverProbe.millis(workers, Job.unwatched());
    assertEquals(Set.of("b", "c"), millis.get("a").keySet());
    assertEquals(Set.of("a", "c"), millis.get("b").keySet());
    assertEquals(millis.get("a").get("b"), millis.get("b").get("a"));
    millis.values().stream()
        .flatMap(others -> others.values().stream())
        .forEach(one -> assertTrue(one >= 0 && one < 1000, millis.toString()));
  }

  @Test
  void aDeviceThatRefusesIsNamed() {
    open("a", new JavaDevice(1));
    open("b", FailingDevice.over(new JavaDevice(1), 0));
    DeviceLost lost =
        assertThrows(DeviceLost.class, () -> HandOverProbe.millis(workers, Job.unwatched()));
    assertEquals("b", lost.deviceId());
  }
}
