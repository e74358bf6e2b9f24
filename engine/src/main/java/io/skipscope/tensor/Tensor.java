package io.skipscope.tensor;

import io.skipscope.error.InputException;
import java.util.function.Supplier;

/**
 * Numbers in host memory: float32, in the order of the axes, last axis fastest. Safe on any thread.
 *
 * <p>The array is shared, not copied: whoever hands one over no longer changes it.
 */
public final class Tensor {
  /** Numbers that lie elsewhere, any part of which can be copied on its own. Any thread. */
  @FunctionalInterface
  public interface Source {
    /** Fills {@code target} with the numbers from the {@code first} on. */
    void read(int first, float[] target);
  }

  private final Shape shape;
  private Supplier<float[]> whole;
  private Source parts;
  private volatile float[] data;

  private Tensor(Shape shape, Supplier<float[]> whole, Source parts) {
    this.shape = shape;
    this.whole = whole;
    this.parts = parts;
  }

  /**
   * @param data one float per element of {@code shape}
   * @throws InputException if the array's length is not the shape's number of elements
   */
  public Tensor(Shape shape, float[] data) {
    this.shape = shape;
    this.data = checked(data);
  }

  /**
   * Numbers that are computed when someone first asks for them, and then kept.
   *
   * @param source gives one float per element of {@code shape}; called once, on the asking thread
   */
  public static Tensor computed(Shape shape, Supplier<float[]> source) {
    return new Tensor(shape, source, null);
  }

  /**
   * Numbers that stay where they are until someone asks for all of them; {@link #read} copies some
   * alone.
   */
  public static Tensor readFrom(Shape shape, Source source) {
    return new Tensor(
        shape,
        () -> {
          float[] all = new float[shape.elementCount()];
          source.read(0, all);
          return all;
        },
        source);
  }

  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new float[shape.elementCount()]);
  }

  public static Tensor scalar(float value) {
    return new Tensor(Shape.of(), new float[] {value});
  }

  public Shape shape() {
    return shape;
  }

  /** One float per element. */
  public float[] data() {
    if (data == null) {
      compute();
    }
    return data;
  }

  private synchronized void compute() {
    if (data == null) {
      data = checked(whole.get());
      whole = null;
      parts = null;
    }
  }

  /**
   * Copies as many numbers as {@code target} holds, from the {@code first} on: for who needs few of
   * them, or one map after the other. Unlike {@link #data}, it keeps nothing.
   */
  public void read(int first, float[] target) {
    // Gone once all are here.
    Source source = parts;
    if (data == null && source != null) {
      source.read(first, target);
    } else {
      System.arraycopy(data(), first, target, 0, target.length);
    }
  }

  private float[] checked(float[] numbers) {
    if (numbers.length != shape.elementCount()) {
      throw new InputException(
          "tensor " + shape, numbers.length + " numbers", shape.elementCount() + " numbers");
    }
    return numbers;
  }

  /** The same numbers under another shape of as many elements. */
  public Tensor reshaped(Shape other) {
    return new Tensor(other, data());
  }

  /** The number at [n, c, y, x] of a rank-4 tensor. */
  public float at(int n, int c, int y, int x) {
    return data()[((n * shape.channels() + c) * shape.height() + y) * shape.width() + x];
  }

  @Override
  public String toString() {
    return "Tensor " + shape;
  }
}
