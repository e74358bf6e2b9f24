package io.skipscope.op;

import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;

/** Index spaces of kernels for GPUs on NCHW maps. */
public final class TiledMaps {
  /** What any GPU allows; kernels count its work-items along rows, see {@code common/run.clh}. */
  private static final WorkGroup SQUARE = new WorkGroup(8, 8, 1);

  /** Numbers that a work-item of an elementwise kernel computes. */
  private static final int VECTOR = 4;

  private TiledMaps() {}

  /** Whether a node does no more to its numbers than an activation: see {@code vector4.clh}. */
  public static boolean onlyActivates(Node node) {
    return node.epilogue().withActivation(Epilogue.NONE.activation()).isEmpty();
  }

  /** At least one work-item per pixel of [batch, channels, height, width]; axis 2 is the map. */
  public static NdRange pixels(Shape shape) {
    return new NdRange(shape.width(), shape.height(), shape.product(0, 2), SQUARE);
  }

  /** At least one work-item per four pixels of a row of {@code outer} maps. */
  public static NdRange vectors(int columns, int rows, long outer) {
    return new NdRange((columns + VECTOR - 1) / VECTOR, rows, outer, SQUARE);
  }
}
