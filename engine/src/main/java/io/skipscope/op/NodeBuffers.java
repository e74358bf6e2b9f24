package io.skipscope.op;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Queue;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The memory of one node that runs alone, on a device. Belongs to the queue's thread. */
public final class NodeBuffers implements Bindings, AutoCloseable {
  private final NodeMemory memory;
  private final Queue queue;
  private final Map<String, Float> factors;
  private final Map<String, DeviceBuffer> buffers = new HashMap<>();

  private NodeBuffers(NodeMemory memory, Queue queue, Map<String, Float> factors) {
    this.memory = memory;
    this.queue = queue;
    this.factors = factors;
  }

  /**
   * Allocates and fills everything that the node's launches touch; what they write is NaN.
   *
   * @param values what the node reads, by name
   * @param factors every factor that the node names
   * @throws io.skipscope.error.DeviceException if the device refuses
   */
  public static NodeBuffers allocate(
      NodeMemory memory,
      Map<String, Tensor> values,
      Map<String, Float> factors,
      Device device,
      Queue queue) {
    NodeBuffers made = new NodeBuffers(memory, queue, factors);
    try {
      memory.contents(values, Float.NaN, 0).forEach((name, data) -> made.put(name, data, device));
      return made;
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
  }

  private void put(String name, float[] numbers, Device device) {
    DeviceBuffer buffer = device.allocate((long) numbers.length * memory.typeOf(name).sizeBytes());
    buffers.put(name, buffer);
    queue.write(buffer, FloatBuffer.wrap(numbers), memory.typeOf(name));
  }

  public long sizeBytes() {
    return buffers.values().stream().mapToLong(DeviceBuffer::sizeBytes).sum();
  }

  /** Every value that the node writes, by name; waits for the launches before. */
  public Map<String, Tensor> written() {
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (String value : memory.context().node().writes()) {
      DataType type = memory.typeOf(value);
      float[] numbers = new float[(int) (buffers.get(value).sizeBytes() / type.sizeBytes())];
      queue.read(buffers.get(value), FloatBuffer.wrap(numbers), type);
      results.put(value, memory.tensor(value, numbers));
    }
    return results;
  }

  @Override
  public DeviceBuffer buffer(String value) {
    return buffers.get(value);
  }

  @Override
  public float factor(String name) {
    return name == null ? 1 : factors.get(name);
  }

  @Override
  public void close() {
    buffers.values().forEach(DeviceBuffer::close);
    buffers.clear();
  }
}
