package io.skipscope.measure;

import io.skipscope.device.Device;
import io.skipscope.device.Launch;
import io.skipscope.device.Queue;
import io.skipscope.op.NodeBuffers;
import io.skipscope.op.NodeMemory;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Runs one node alone on a device. */
final class NodeRun {
  private NodeRun() {}

  /** Every value that the node writes; what no launch writes is NaN. */
  static Map<String, Tensor> run(
      VerifyCase test, NodeMemory memory, Device device, List<Launch> launches) {
    try (Queue queue = device.openQueue();
        NodeBuffers buffers =
            NodeBuffers.allocate(memory, test.inputs(), test.factors(), device, queue)) {
      launches.forEach(launch -> queue.submit(launch, buffers));
      return buffers.written();
    }
  }
}
