package io.skipscope.device;

/** Where a run finds what a launch names. */
public interface Bindings {
  /** The buffer of a value, never null. */
  DeviceBuffer buffer(String value);

  /** The number of a factor in this run. */
  float factor(String name);
}
