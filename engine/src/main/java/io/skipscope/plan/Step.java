package io.skipscope.plan;

import io.skipscope.device.Launch;

/** One entry of a device's list: in this order, one after the other. */
public sealed interface Step {
  /** Work on this device. */
  record Run(Launch launch) implements Step {}

  /** A value is copied from this device to the device of another part of the plan. */
  record Transfer(String value, int targetDevice) implements Step {}

  /** This device waits until a value has arrived from another part of the plan. */
  record Wait(String value, int sourceDevice) implements Step {}
}
