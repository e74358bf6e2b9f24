package io.skipscope.run.multi;

import io.skipscope.run.HostMemory;
import io.skipscope.tensor.Tensor;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Arrays for values on their way between two parts, used again and again: megabytes for each frame
 * would keep the garbage collector, and so a core, from the devices. Any thread.
 */
final class ValuePool implements HostMemory {
  private final Map<Integer, Queue<float[]>> free = new ConcurrentHashMap<>();

  @Override
  public float[] floats(String value, int count) {
    float[] kept = ofLength(count).poll();
    return kept != null ? kept : new float[count];
  }

  /** Values that nobody reads any more. */
  void giveBack(Collection<Tensor> values) {
    values.forEach(value -> ofLength(value.data().length).add(value.data()));
  }

  private Queue<float[]> ofLength(int count) {
    return free.computeIfAbsent(count, any -> new ConcurrentLinkedQueue<>());
  }
}
