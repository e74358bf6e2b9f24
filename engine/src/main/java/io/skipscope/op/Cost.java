package io.skipscope.op;

import io.skipscope.tensor.DataType;

/**
 * What a node costs, from its shapes alone.
 *
 * @param macs multiply-adds of convolutions and fully connected layers, as papers count them; 0 for
 *     every other operator
 * @param flops all floating-point operations
 * @param bytes least traffic: every input read once, every output written once
 */
public record Cost(long macs, long flops, long bytes) {
  /** A cost whose bytes are those of the float32 values that the node reads and writes. */
  public static Cost of(NodeContext context, long macs, long flops) {
    long elements = (long) context.node().writes().size() * context.output().elementCount();
    for (String value : context.node().reads()) {
      elements += context.shapes().apply(value).elementCount();
    }
    return new Cost(macs, flops, elements * DataType.FLOAT32.sizeBytes());
  }

  /** The cost of an operator without multiply-adds, from its work for one output element. */
  public static Cost elementwise(NodeContext context, int flopsPerElement) {
    return of(context, 0, (long) flopsPerElement * context.output().elementCount());
  }
}
