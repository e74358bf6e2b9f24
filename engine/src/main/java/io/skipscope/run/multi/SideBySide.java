package io.skipscope.run.multi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lets several devices measure something at once, each on its thread. All begin together, and one
 * that is done keeps its device busy until the last is.
 */
final class SideBySide {
  private final Collection<DeviceWorker> workers;
  private final Consumer<DeviceWorker> filler;

  /**
   * @param filler some work for a device that is done
   */
  SideBySide(Collection<DeviceWorker> workers, Consumer<DeviceWorker> filler) {
    this.workers = workers;
    this.filler = filler;
  }

  /**
   * A result of each device, in their order.
   *
   * @throws DeviceLost if one refuses
   */
  <T> Map<DeviceWorker, T> measure(Function<DeviceWorker, T> measurement) {
    CountDownLatch ready = new CountDownLatch(workers.size());
    CountDownLatch busy = new CountDownLatch(workers.size());
    Map<DeviceWorker, Future<T>> results = new LinkedHashMap<>();
    for (DeviceWorker worker : workers) {
      results.put(worker, worker.submit(() -> measure(worker, measurement, ready, busy)));
    }
    Map<DeviceWorker, T> found = new LinkedHashMap<>();
    results.forEach((worker, result) -> found.put(worker, worker.result(result)));
    return found;
  }

  private <T> T measure(
      DeviceWorker worker,
      Function<DeviceWorker, T> measurement,
      CountDownLatch ready,
      CountDownLatch busy)
      throws InterruptedException {
    ready.countDown();
    ready.await();
    T result;
    try {
      result = measurement.apply(worker);
    } finally {
      busy.countDown();
    }
    while (busy.getCount() > 0) {
      filler.accept(worker);
    }
    return result;
  }
}
