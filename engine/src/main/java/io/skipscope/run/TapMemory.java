package io.skipscope.run;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Queue;
import io.skipscope.device.SharedBuffer;
import io.skipscope.plan.Slot;
import io.skipscope.plan.TapLayout;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Memory for the tapped values of one run, written by kernels and then lent to the result. */
final class TapMemory implements AutoCloseable {
  private final Queue queue;
  private final SharedBuffer shared;
  private final Map<String, DeviceBuffer> slices = new HashMap<>();
  private WeakReference<TapLease> lease = new WeakReference<>(null);

  TapMemory(TapLayout layout, Device device, Queue queue) {
    this.queue = queue;
    shared = device.allocateShared(layout.sizeBytes());
    try {
      layout.slots().forEach((copy, slot) -> slices.put(copy, slice(device, slot)));
    } catch (RuntimeException e) {
      shared.close();
      throw e;
    }
  }

  private DeviceBuffer slice(Device device, Slot slot) {
    return device.slice(shared, slot.offsetBytes(), slot.sizeBytes());
  }

  /** What launches write to, by the name of the copy. */
  Map<String, DeviceBuffer> slices() {
    return slices;
  }

  /** Waits for the launches that write, and hands over what they have written. */
  TapLease lend() {
    TapLease lent = new TapLease(shared.show(queue));
    lease = new WeakReference<>(lent);
    return lent;
  }

  /** Whether nobody reads here any more: what was lent was given back, copied or forgotten. */
  boolean isFree() {
    TapLease lent = lease.get();
    return lent == null || lent.isFree();
  }

  /** Makes ready to be written again; who still reads here goes on with a copy. */
  void takeBack() {
    TapLease lent = lease.get();
    if (lent != null) {
      lent.copyAway();
    }
    lease.clear();
    shared.hide(queue);
  }

  /** What is lent stays readable. */
  @Override
  public void close() {
    if (!shared.isClosed()) {
      Closing.all(List.of(() -> shared.hide(queue), queue::finish, shared::close));
    }
  }
}
