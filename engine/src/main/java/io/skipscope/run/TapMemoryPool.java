package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.Queue;
import io.skipscope.plan.TapLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The memories of a plan's tapped values: as many as results are held at one time, but few. Belongs
 * to the device's thread.
 */
final class TapMemoryPool implements AutoCloseable {
  /** One to write, one that is shown, and one that waits in between. */
  private static final int LARGEST = 3;

  private final TapLayout layout;
  private final Device device;
  private final Queue queue;
  private final Deque<TapMemory> oldestFirst = new ArrayDeque<>();

  TapMemoryPool(TapLayout layout, Device device, Queue queue) {
    this.layout = layout;
    this.device = device;
    this.queue = queue;
  }

  /** A memory to write: the last one again if it is free, so that caches may still hold it. */
  TapMemory take() {
    TapMemory taken = choose();
    taken.takeBack();
    oldestFirst.addLast(taken);
    return taken;
  }

  private TapMemory choose() {
    TapMemory free = null;
    for (TapMemory memory : oldestFirst) {
      free = memory.isFree() ? memory : free;
    }
    if (free == null && oldestFirst.size() < LARGEST) {
      return new TapMemory(layout, device, queue);
    }
    TapMemory chosen = free != null ? free : oldestFirst.getFirst();
    oldestFirst.remove(chosen);
    return chosen;
  }

  int size() {
    return oldestFirst.size();
  }

  @Override
  public void close() {
    List<Runnable> steps = new ArrayList<>();
    oldestFirst.forEach(memory -> steps.add(memory::close));
    oldestFirst.clear();
    Closing.all(steps);
  }
}
