package io.skipscope.op;

/**
 * What a node costs, from its shapes alone.
 *
 * @param macs multiply-adds of convolutions and fully connected layers, as papers count them; 0 for
 *     every other operator
 * @param flops all floating-point operations
 * @param bytes least traffic: every input read once, every output written once
 */
public record Cost(long macs, long flops, long bytes) {
  /** A node that reads its inputs and writes its first output once, in float32. */
  public static Cost of(NodeContext context, long macs, long flops) {
    long elements = context.output().elementCount();
    for (int i = 0; i < context.node().inputs().size(); i++) {
      elements += context.hasInput(i) ? context.input(i).elementCount() : 0;
    }
    return new Cost(macs, flops, elements * Float.BYTES);
  }
}
