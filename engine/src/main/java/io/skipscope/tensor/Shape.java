package io.skipscope.tensor;

import io.skipscope.error.InputException;
import java.util.Arrays;

/**
 * The extents of a tensor, outermost axis first; a feature map is [batch, channels, height, width].
 *
 * <p>Immutable. A rank of 0 is a scalar; an extent of 0 is an empty tensor.
 */
public final class Shape {
  private final int[] extents;

  private Shape(int[] extents) {
    this.extents = extents;
  }

  /**
   * @throws InputException if an extent is negative or the number of elements exceeds 2^31 - 1
   */
  public static Shape of(int... extents) {
    long count = 1;
    for (int extent : extents) {
      if (extent < 0) {
        throw new InputException(
            "shape " + Arrays.toString(extents), "extent " + extent, "0 or more");
      }
      count *= extent;
      if (count > Integer.MAX_VALUE) {
        throw new InputException(
            "shape " + Arrays.toString(extents), "more than 2^31 - 1 elements", "a smaller tensor");
      }
    }
    return new Shape(extents.clone());
  }

  public int rank() {
    return extents.length;
  }

  /** The extent of an axis; a negative axis counts from the end. */
  public int extent(int axis) {
    return extents[axis < 0 ? extents.length + axis : axis];
  }

  public int batch() {
    return extents[0];
  }

  public int channels() {
    return extents[1];
  }

  public int height() {
    return extents[2];
  }

  public int width() {
    return extents[3];
  }

  public int elementCount() {
    return product(0, extents.length);
  }

  /** The product of the extents of axes {@code from} (inclusive) to {@code to} (exclusive). */
  public int product(int from, int to) {
    int count = 1;
    for (int axis = from; axis < to; axis++) {
      count *= extents[axis];
    }
    return count;
  }

  public int[] toArray() {
    return extents.clone();
  }

  /** This shape with one extent replaced. */
  public Shape with(int axis, int extent) {
    int[] changed = extents.clone();
    changed[axis < 0 ? extents.length + axis : axis] = extent;
    return of(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(extents, shape.extents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(extents);
  }

  /** Such as {@code 1x64x56x56}; a scalar is {@code scalar}. */
  @Override
  public String toString() {
    if (extents.length == 0) {
      return "scalar";
    }
    StringBuilder text = new StringBuilder();
    for (int extent : extents) {
      text.append(text.isEmpty() ? "" : "x").append(extent);
    }
    return text.toString();
  }
}
