package io.skipscope.load.onnx;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor of the file whose numbers are known while importing: floats, or integers that describe
 * shapes.
 *
 * <p>An integer that was read off a shape remembers the axis it came from, so that a reshape built
 * from it can say "the same as the input's axis 0" and fit every batch size.
 */
final class Constant {
  /** The axis of an integer that is just a number. */
  static final int NO_AXIS = -1;

  private final Shape shape;
  private final float[] floats;
  private final long[] longs;
  private final int[] axes;

  private Constant(Shape shape, float[] floats, long[] longs, int[] axes) {
    this.shape = shape;
    this.floats = floats;
    this.longs = longs;
    this.axes = axes;
  }

  static Constant ofFloats(Shape shape, float[] floats) {
    return new Constant(shape, floats, null, null);
  }

  static Constant ofLongs(Shape shape, long[] longs) {
    int[] axes = new int[longs.length];
    Arrays.fill(axes, NO_AXIS);
    return new Constant(shape, null, longs, axes);
  }

  /** The vector of extents {@code begin} (inclusive) to {@code end} (exclusive) of a shape. */
  static Constant ofExtents(Shape shape, int begin, int end) {
    int count = Math.max(end - begin, 0);
    long[] longs = new long[count];
    int[] axes = new int[count];
    for (int i = 0; i < count; i++) {
      longs[i] = shape.extent(begin + i);
      axes[i] = begin + i;
    }
    return new Constant(Shape.of(count), null, longs, axes);
  }

  Shape shape() {
    return shape;
  }

  int count() {
    return shape.elementCount();
  }

  boolean isInteger() {
    return longs != null;
  }

  long integer(int index) {
    return longs != null ? longs[index] : (long) floats[index];
  }

  float number(int index) {
    return floats != null ? floats[index] : longs[index];
  }

  /** The axis that an integer is the extent of, or {@link #NO_AXIS}. */
  int axis(int index) {
    return axes == null ? NO_AXIS : axes[index];
  }

  long[] integers() {
    long[] all = new long[count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = integer(i);
    }
    return all;
  }

  Tensor tensor() {
    if (floats != null) {
      return new Tensor(shape, floats);
    }
    float[] numbers = new float[count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = longs[i];
    }
    return new Tensor(shape, numbers);
  }

  Constant reshaped(Shape other) {
    return new Constant(other, floats, longs, axes);
  }

  /** The elements at flat positions {@code sources}, as a tensor of another shape. */
  Constant pick(Shape newShape, int[] sources) {
    if (longs == null) {
      float[] picked = new float[sources.length];
      for (int i = 0; i < sources.length; i++) {
        picked[i] = floats[sources[i]];
      }
      return ofFloats(newShape, picked);
    }
    long[] picked = new long[sources.length];
    int[] pickedAxes = new int[sources.length];
    for (int i = 0; i < sources.length; i++) {
      picked[i] = longs[sources[i]];
      pickedAxes[i] = axes[sources[i]];
    }
    return new Constant(newShape, null, picked, pickedAxes);
  }

  /** All elements of {@code parts} one after the other, as a tensor of {@code shape}. */
  static Constant joined(Shape shape, List<Constant> parts) {
    if (parts.stream().allMatch(Constant::isInteger)) {
      return new Constant(
          shape,
          null,
          parts.stream().flatMapToLong(p -> Arrays.stream(p.longs)).toArray(),
          parts.stream().flatMapToInt(p -> Arrays.stream(p.axes)).toArray());
    }
    float[] numbers = new float[shape.elementCount()];
    int at = 0;
    for (Constant part : parts) {
      float[] data = part.tensor().data();
      System.arraycopy(data, 0, numbers, at, data.length);
      at += data.length;
    }
    return ofFloats(shape, numbers);
  }
}
