package io.skipscope.op;

import io.skipscope.device.NdRange;
import io.skipscope.tensor.Shape;

/**
 * A tensor of any rank seen as [outer, rows, columns]: its last axis, the one before, and the
 * product of all others. Missing axes count 1.
 */
public record RowView(int outer, int rows, int columns) {
  public static RowView of(Shape shape) {
    int rank = shape.rank();
    return new RowView(
        shape.product(0, Math.max(0, rank - 2)),
        rank < 2 ? 1 : shape.extent(-2),
        rank < 1 ? 1 : shape.extent(-1));
  }

  /** One work-item per element. */
  public NdRange range() {
    return NdRange.of(columns, rows, outer);
  }
}
