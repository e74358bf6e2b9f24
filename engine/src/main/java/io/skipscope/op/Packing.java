package io.skipscope.op;

import io.skipscope.tensor.Tensor;
import java.util.function.Function;

/**
 * An order of a stored value's numbers that a kernel wants them in. Done once per device, in Java.
 *
 * @param name unique per order, such as {@code oihw8}; two packings of one name give the same
 *     numbers
 * @param pack from the logical tensor to the floats of the device's copy
 */
public record Packing(String name, Function<Tensor, float[]> pack) {
  /** The logical order, under the value's own name. */
  public static final Packing PLAIN = new Packing("", Tensor::data);

  /** The name under which a launch's arguments refer to the packed copy of a value. */
  public String bufferOf(String value) {
    return name.isEmpty() ? value : value + "@" + name;
  }
}
