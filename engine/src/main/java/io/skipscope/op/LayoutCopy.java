package io.skipscope.op;

import io.skipscope.tensor.Layout;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;

/** Conversion between logical NCHW and channel-blocked memory, in plain Java. */
public final class LayoutCopy {
  private LayoutCopy() {}

  /** The floats of a tensor as they lie in a layout; channels that are not there are 0. */
  public static float[] toLayout(Tensor tensor, Layout layout) {
    return toLayout(tensor, layout, 0);
  }

  /** Likewise with another number for the channels that are not there. */
  public static float[] toLayout(Tensor tensor, Layout layout, float filler) {
    float[] target = new float[(int) (layout.sizeBytes(tensor.shape()) / Float.BYTES)];
    Arrays.fill(target, filler);
    forEachElement(
        tensor.shape(), layout.channelBlock(), (from, to) -> target[to] = tensor.data()[from]);
    return target;
  }

  /** The inverse: the logical tensor of floats that lie in a layout. */
  public static Tensor fromLayout(float[] data, Shape shape, Layout layout) {
    Tensor tensor = Tensor.zeros(shape);
    forEachElement(shape, layout.channelBlock(), (to, from) -> tensor.data()[to] = data[from]);
    return tensor;
  }

  private interface Move {
    void move(int logical, int physical);
  }

  private static void forEachElement(Shape shape, int block, Move move) {
    if (shape.rank() != 4) {
      for (int i = 0; i < shape.elementCount(); i++) {
        move.move(i, i);
      }
      return;
    }
    int pixels = shape.height() * shape.width();
    int blocks = (shape.channels() + block - 1) / block;
    for (int n = 0; n < shape.batch(); n++) {
      for (int c = 0; c < shape.channels(); c++) {
        int logical = (n * shape.channels() + c) * pixels;
        int physical = (n * blocks + c / block) * pixels * block + c % block;
        for (int pixel = 0; pixel < pixels; pixel++) {
          move.move(logical + pixel, physical + pixel * block);
        }
      }
    }
  }
}
