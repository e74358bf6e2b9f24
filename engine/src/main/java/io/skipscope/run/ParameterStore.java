package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Queue;
import io.skipscope.graph.Graph;
import io.skipscope.op.PackedValue;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies of stored values on a device, made once and shared by every plan that reads them. Belongs
 * to the device's thread.
 */
final class ParameterStore implements AutoCloseable {
  /** A changed parameter has another version, and so another copy. */
  record Key(String value, long version, String packing, String device) {}

  private final Device device;
  private final Queue queue;
  private final Map<Key, DeviceBuffer> copies = new HashMap<>();

  ParameterStore(Device device, Queue queue) {
    this.device = device;
    this.queue = queue;
  }

  /** The copy of a stored value in an order, made if it is not there yet. */
  DeviceBuffer get(Graph graph, PackedValue wanted) {
    String name = wanted.value();
    long version = graph.value(name).version();
    Key key = new Key(name, version, wanted.packing().name(), device.info().id());
    return copies.computeIfAbsent(
        key, missing -> upload(wanted.packing().pack().apply(graph.stored().get(name))));
  }

  long sizeBytes() {
    return copies.values().stream().mapToLong(DeviceBuffer::sizeBytes).sum();
  }

  @Override
  public void close() {
    copies.values().forEach(DeviceBuffer::close);
    copies.clear();
  }

  private DeviceBuffer upload(float[] numbers) {
    DeviceBuffer buffer = device.allocate(Math.max(1L, numbers.length) * Float.BYTES);
    queue.write(buffer, FloatBuffer.wrap(numbers));
    return buffer;
  }
}
