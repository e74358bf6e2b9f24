package io.skipscope.measure;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Launch;
import io.skipscope.device.Queue;
import io.skipscope.op.NodeMemory;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one node alone on a device. */
final class NodeRun {
  private NodeRun() {}

  /** Every value that the node writes; what no launch writes is NaN. */
  static Map<String, Tensor> run(
      VerifyCase test, NodeMemory memory, Device device, List<Launch> launches) {
    Map<String, DeviceBuffer> buffers = new HashMap<>();
    try (Queue queue = device.openQueue()) {
      Map<String, float[]> contents = memory.contents(test.inputs(), Float.NaN, 0);
      contents.forEach((name, numbers) -> buffers.put(name, upload(device, queue, numbers)));
      launches.forEach(launch -> queue.submit(launch, bindings(buffers, test.factors())));
      Map<String, Tensor> results = new LinkedHashMap<>();
      for (String written : test.node().writes()) {
        float[] numbers = contents.get(written).clone();
        queue.read(buffers.get(written), FloatBuffer.wrap(numbers));
        results.put(written, memory.tensor(written, numbers));
      }
      return results;
    } finally {
      buffers.values().forEach(DeviceBuffer::close);
    }
  }

  private static DeviceBuffer upload(Device device, Queue queue, float[] numbers) {
    DeviceBuffer buffer = device.allocate((long) numbers.length * Float.BYTES);
    queue.write(buffer, FloatBuffer.wrap(numbers));
    return buffer;
  }

  private static Bindings bindings(Map<String, DeviceBuffer> buffers, Map<String, Float> factors) {
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return buffers.get(value);
      }

      @Override
      public float factor(String name) {
        return name == null ? 1 : factors.get(name);
      }
    };
  }
}
