package io.skipscope.device;

import java.util.function.Function;

/** Where a run finds what a launch names. */
public interface Bindings extends Factors {
  /** The buffer of a value, never null. */
  DeviceBuffer buffer(String value);

  /** Both of them from elsewhere. */
  static Bindings of(Function<String, DeviceBuffer> buffers, Factors factors) {
    return new Bindings() {
      @Override
      public DeviceBuffer buffer(String value) {
        return buffers.apply(value);
      }

      @Override
      public float factor(String name) {
        return factors.factor(name);
      }
    };
  }
}
