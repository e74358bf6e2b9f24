package io.skipscope.run.multi;

import io.skipscope.run.HostMemory;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * The same arrays frame after frame, for values that are read before the next frame. One thread.
 */
final class ReusedMemory implements HostMemory {
  /** The name of no output. */
  private static final String INPUT = "";

  private final Map<String, float[]> arrays = new HashMap<>();

  @Override
  public float[] floats(String value, int count) {
    return arrays.compute(
        value, (name, kept) -> kept != null && kept.length == count ? kept : new float[count]);
  }

  /** For rows of an input, which are still to be written. */
  Tensor input(Shape shape) {
    return new Tensor(shape, floats(INPUT, shape.elementCount()));
  }
}
