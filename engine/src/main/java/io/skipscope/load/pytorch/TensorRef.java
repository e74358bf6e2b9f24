package io.skipscope.load.pytorch;

import io.skipscope.error.InputException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;

/**
 * A tensor as the pickle describes it, before its numbers are read.
 *
 * @param offset of the first number in the storage
 * @param strides numbers to skip for one step along each axis
 */
record TensorRef(StorageRef storage, long offset, Shape shape, long[] strides) {
  /**
   * @throws InputException if the tensor does not lie within its storage
   */
  TensorRef {
    long last = offset;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (strides.length != shape.rank() || strides[axis] < 0) {
        throw outside(shape, "strides that do not fit it");
      }
      last =
          Math.addExact(
              last, Math.multiplyExact(strides[axis], Math.max(0, shape.extent(axis) - 1)));
    }
    boolean empty = shape.elementCount() == 0;
    boolean inside = empty ? offset <= storage.count() : last < storage.count();
    if (offset < 0 || !inside || shape.elementCount() > storage.count()) {
      throw outside(shape, "a storage of " + storage.count() + " numbers");
    }
  }

  private static InputException outside(Shape shape, String found) {
    return new InputException("tensor " + shape, found, "a tensor within its storage");
  }

  /**
   * @param numbers all that is kept under the storage's key
   */
  Tensor resolve(float[] numbers) {
    int start = Math.toIntExact(storage.offset() + offset);
    if (isContiguous()) {
      return new Tensor(shape, Arrays.copyOfRange(numbers, start, start + shape.elementCount()));
    }
    float[] data = new float[shape.elementCount()];
    int[] index = new int[shape.rank()];
    for (int i = 0; i < data.length; i++) {
      long position = start;
      for (int axis = 0; axis < index.length; axis++) {
        position += index[axis] * strides[axis];
      }
      data[i] = numbers[(int) position];
      advance(index);
    }
    return new Tensor(shape, data);
  }

  private boolean isContiguous() {
    long step = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      if (shape.extent(axis) != 1 && strides[axis] != step) {
        return false;
      }
      step *= shape.extent(axis);
    }
    return true;
  }

  /** Counts up like an odometer, the last axis fastest. */
  private void advance(int[] index) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape.extent(axis)) {
        return;
      }
      index[axis] = 0;
    }
  }
}
