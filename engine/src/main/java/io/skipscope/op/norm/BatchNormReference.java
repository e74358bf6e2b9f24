package io.skipscope.op.norm;

import io.skipscope.device.HostTask;
import io.skipscope.graph.Node;
import io.skipscope.op.HostEpilogue;
import io.skipscope.tensor.Shape;

/** Batch normalisation in plain Java: one map after the other, on several threads. */
final class BatchNormReference implements HostTask {
  private final Node node;
  private final Shape shape;

  BatchNormReference(Node node, Shape shape) {
    this.node = node;
    this.shape = shape;
  }

  @Override
  public void run(Memory memory) {
    float[] input = memory.array(node.input(0));
    float[] gamma = memory.array(node.input(1));
    float[] beta = memory.array(node.input(2));
    float[] mean = memory.array(node.input(3));
    float[] variance = memory.array(node.input(4));
    float[] output = memory.array(node.output());
    float epsilon = ((BatchNormAttributes) node.attributes()).epsilon();
    HostEpilogue epilogue = new HostEpilogue(node, memory);
    int plane = shape.product(2, shape.rank());
    memory.parallelFor(
        shape.batch() * shape.channels(),
        map -> {
          int channel = map % shape.channels();
          float scale = gamma[channel] / (float) Math.sqrt(variance[channel] + epsilon);
          for (int i = map * plane; i < (map + 1) * plane; i++) {
            output[i] = (input[i] - mean[channel]) * scale + beta[channel];
          }
          epilogue.finish(map * plane, (map + 1) * plane, channel);
        });
  }
}
