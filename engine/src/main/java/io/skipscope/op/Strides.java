package io.skipscope.op;

import io.skipscope.tensor.Shape;

/** How many elements apart neighbours along an axis lie, row-major. */
public final class Strides {
  private Strides() {}

  /** One stride per axis of the shape. */
  public static int[] of(Shape shape) {
    int[] strides = new int[shape.rank()];
    int stride = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape.extent(axis);
    }
    return strides;
  }

  /**
   * The strides with which a shape is read as a larger one of {@code rank} axes: axes in front of
   * it and axes of extent 1 stand still, with stride 0.
   */
  public static int[] broadcast(Shape shape, int rank) {
    int[] own = of(shape);
    int[] strides = new int[rank];
    int added = rank - shape.rank();
    for (int axis = 0; axis < shape.rank(); axis++) {
      strides[added + axis] = shape.extent(axis) == 1 ? 0 : own[axis];
    }
    return strides;
  }
}
