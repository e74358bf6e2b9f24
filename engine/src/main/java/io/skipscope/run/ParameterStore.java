package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Queue;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Value;
import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies of stored values on a device, made once and shared by every plan that reads them. Belongs
 * to the device's thread.
 */
final class ParameterStore implements AutoCloseable {
  /** A changed parameter has another version, and so another copy. */
  record Key(String value, long version, Layout layout, String device) {}

  private final Device device;
  private final Queue queue;
  private final Map<Key, DeviceBuffer> copies = new HashMap<>();

  ParameterStore(Device device, Queue queue) {
    this.device = device;
    this.queue = queue;
  }

  /** The copy of a stored value, made if it is not there yet. */
  DeviceBuffer get(Graph graph, Value value) {
    Key key = new Key(value.name(), value.version(), Layout.NCHW, device.info().id());
    return copies.computeIfAbsent(key, missing -> upload(graph.stored().get(value.name())));
  }

  long sizeBytes() {
    return copies.values().stream().mapToLong(DeviceBuffer::sizeBytes).sum();
  }

  @Override
  public void close() {
    copies.values().forEach(DeviceBuffer::close);
    copies.clear();
  }

  private DeviceBuffer upload(Tensor tensor) {
    long sizeBytes = Math.max(Float.BYTES, Layout.NCHW.sizeBytes(tensor.shape()));
    DeviceBuffer buffer = device.allocate(sizeBytes);
    queue.write(buffer, FloatBuffer.wrap(tensor.data()));
    return buffer;
  }
}
