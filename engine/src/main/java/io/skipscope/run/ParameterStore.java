package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Queue;
import io.skipscope.graph.Graph;
import io.skipscope.job.DaemonThreads;
import io.skipscope.job.Job;
import io.skipscope.op.PackedValue;
import io.skipscope.plan.Plan;
import io.skipscope.plan.Precision;
import io.skipscope.tensor.DataType;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Copies of stored values on a device, made once and shared by every plan that reads them. Belongs
 * to the device's thread; numbers are packed on other threads.
 */
final class ParameterStore implements AutoCloseable {
  /** The device's thread copies meanwhile, and another builds kernels. */
  private static final int PACKERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  /** Values that are packed before their turn to be copied; bounds what they take in Java. */
  private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

  /** A changed parameter has another version, and so another copy. */
  private record Key(String value, long version, String packing, Precision precision) {
    static Key of(Plan plan, PackedValue packed) {
      long version = plan.graph().value(packed.value()).version();
      Precision precision = plan.key().options().precision();
      return new Key(packed.value(), version, packed.packing().name(), precision);
    }
  }

  private final Device device;
  private final Queue queue;
  private final Map<Key, DeviceBuffer> copies = new HashMap<>();

  ParameterStore(Device device, Queue queue) {
    this.device = device;
    this.queue = queue;
  }

  /**
   * The copies that a plan reads, by the names that its launches use; missing ones are made.
   *
   * @throws io.skipscope.error.DeviceException if they do not fit
   * @throws io.skipscope.job.CancelledException between two values
   */
  Map<String, DeviceBuffer> place(Plan plan, Job job) {
    Map<Key, PackedValue> missing = new LinkedHashMap<>();
    plan.parameters().forEach(packed -> missing.put(Key.of(plan, packed), packed));
    missing.keySet().removeAll(copies.keySet());
    ExecutorService packers =
        Executors.newFixedThreadPool(PACKERS, DaemonThreads.named("skipscope-pack"));
    try {
      copy(missing, plan, packers, job);
    } finally {
      packers.shutdown();
    }
    return placed(plan);
  }

  private void copy(Map<Key, PackedValue> missing, Plan plan, ExecutorService packers, Job job) {
    Iterator<PackedValue> unpacked = missing.values().iterator();
    Deque<CompletableFuture<float[]>> packing = new ArrayDeque<>();
    long done = 0;
    for (Key key : missing.keySet()) {
      job.progress("Copying weights", done++, missing.size());
      while (packing.size() < AHEAD && unpacked.hasNext()) {
        packing.add(pack(plan.graph(), unpacked.next(), packers));
      }
      copies.put(key, upload(result(packing.remove()), plan, key));
    }
  }

  private static CompletableFuture<float[]> pack(
      Graph graph, PackedValue packed, ExecutorService packers) {
    return CompletableFuture.supplyAsync(
        () -> packed.packing().pack().apply(graph.stored().get(packed.value())), packers);
  }

  private static float[] result(CompletableFuture<float[]> packed) {
    try {
      return packed.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Map<String, DeviceBuffer> placed(Plan plan) {
    Map<String, DeviceBuffer> placed = new HashMap<>();
    plan.parameters()
        .forEach(packed -> placed.put(packed.buffer(), copies.get(Key.of(plan, packed))));
    return placed;
  }

  /** Releases the copies that none of these plans reads. */
  void keepOnly(Collection<Plan> plans) {
    Set<Key> read = new HashSet<>();
    for (Plan plan : plans) {
      plan.parameters().forEach(packed -> read.add(Key.of(plan, packed)));
    }
    copies.entrySet().removeIf(copy -> !read.contains(copy.getKey()) && release(copy.getValue()));
  }

  long sizeBytes() {
    return copies.values().stream().mapToLong(DeviceBuffer::sizeBytes).sum();
  }

  @Override
  public void close() {
    List<Runnable> steps = new ArrayList<>();
    copies.values().forEach(copy -> steps.add(copy::close));
    copies.clear();
    Closing.all(steps);
  }

  private static boolean release(DeviceBuffer buffer) {
    buffer.close();
    return true;
  }

  /** The plain Java device rounds to what the plan stores, but keeps floats. */
  private DeviceBuffer upload(float[] numbers, Plan plan, Key key) {
    DataType kept = plan.graph().value(key.value()).layout().dataType();
    DeviceBuffer buffer = device.allocate(Math.max(1L, numbers.length) * kept.sizeBytes());
    try {
      queue.write(buffer, FloatBuffer.wrap(numbers), plan.storage());
      return buffer;
    } catch (RuntimeException e) {
      buffer.close();
      throw e;
    }
  }
}
