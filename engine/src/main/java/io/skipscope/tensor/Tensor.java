package io.skipscope.tensor;

import io.skipscope.error.InputException;

/**
 * Numbers in host memory: float32, in the order of the axes, last axis fastest.
 *
 * <p>The array is shared, not copied: whoever hands one over no longer changes it.
 *
 * @param data one float per element of {@code shape}
 */
public record Tensor(Shape shape, float[] data) {
  /**
   * @throws InputException if the array's length is not the shape's number of elements
   */
  public Tensor {
    if (data.length != shape.elementCount()) {
      throw new InputException(
          "tensor " + shape, data.length + " numbers", shape.elementCount() + " numbers");
    }
  }

  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new float[shape.elementCount()]);
  }

  public static Tensor scalar(float value) {
    return new Tensor(Shape.of(), new float[] {value});
  }

  /** The same numbers under another shape of as many elements. */
  public Tensor reshaped(Shape other) {
    return new Tensor(other, data);
  }

  /** The number at [n, c, y, x] of a rank-4 tensor. */
  public float at(int n, int c, int y, int x) {
    return data[((n * shape.channels() + c) * shape.height() + y) * shape.width() + x];
  }

  @Override
  public String toString() {
    return "Tensor " + shape;
  }
}
