package io.skipscope.measure;

import io.skipscope.device.Bindings;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Launch;
import io.skipscope.device.Queue;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one node alone on a device. */
final class NodeRun {
  private NodeRun() {}

  /** Every value that the node writes; what no launch writes is NaN. */
  static Map<String, Tensor> run(VerifyCase test, Device device, List<Launch> launches) {
    Map<String, DeviceBuffer> buffers = new HashMap<>();
    try (Queue queue = device.openQueue()) {
      NodeContext context = test.context();
      test.inputs().forEach((name, tensor) -> buffers.put(name, upload(device, queue, tensor)));
      for (String written : test.node().writes()) {
        buffers.put(written, upload(device, queue, unwritten(context.shapes().apply(written))));
      }
      launches.forEach(launch -> queue.submit(launch, bindings(buffers, test.factors())));
      Map<String, Tensor> results = new LinkedHashMap<>();
      for (String written : test.node().writes()) {
        Tensor result = Tensor.zeros(context.shapes().apply(written));
        queue.read(buffers.get(written), FloatBuffer.wrap(result.data()));
        results.put(written, result);
      }
      return results;
    } finally {
      buffers.values().forEach(DeviceBuffer::close);
    }
  }

  private static DeviceBuffer upload(Device device, Queue queue, Tensor tensor) {
    DeviceBuffer buffer = device.allocate((long) tensor.data().length * Float.BYTES);
    queue.write(buffer, FloatBuffer.wrap(tensor.data()));
    return buffer;
  }

  private static Tensor unwritten(Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    Arrays.fill(tensor.data(), Float.NaN);
    return tensor;
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
