package io.skipscope.device;

/** What a device is, as its platform says. */
public enum DeviceType {
  CPU,
  GPU,
  ACCELERATOR,
  /** The plain Java device, which is always there. */
  JAVA
}
