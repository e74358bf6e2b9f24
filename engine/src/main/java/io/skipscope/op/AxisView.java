package io.skipscope.op;

import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import io.skipscope.tensor.Shape;

/**
 * A tensor seen as [outer, length, inner], for operators that work along one run of axes.
 *
 * @param outer product of the extents before the run
 * @param length product of the extents in the run
 * @param inner product of the extents after it
 */
public record AxisView(int outer, int length, int inner) {
  private static final WorkGroup ONE_COLUMN = new WorkGroup(1, 64, 1);

  /** The view along {@code firstAxis} to {@code lastAxis}, both inclusive and not negative. */
  public static AxisView of(Shape shape, int firstAxis, int lastAxis) {
    return new AxisView(
        shape.product(0, firstAxis),
        shape.product(firstAxis, lastAxis + 1),
        shape.product(lastAxis + 1, shape.rank()));
  }

  /** One work-item per (outer, inner): rows are the outer positions, columns the inner ones. */
  public NdRange range() {
    return new NdRange(inner, outer, 1, inner == 1 ? ONE_COLUMN : NdRange.DEFAULT_GROUP);
  }

  /** Where the numbers of one (outer, inner) begin; they are {@code inner} elements apart. */
  public int start(int outerIndex, int innerIndex) {
    return outerIndex * length * inner + innerIndex;
  }
}
