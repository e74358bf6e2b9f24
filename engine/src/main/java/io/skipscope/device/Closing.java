package io.skipscope.device;

import io.skipscope.error.DeviceException;
import java.util.Collection;

/** Closes things of a device that may refuse even that; its owner releases them in the end. */
public final class Closing {
  private Closing() {}

  /**
   * Does every step, whichever fail.
   *
   * @throws DeviceException the first failure, after the last step
   */
  public static void all(Collection<Runnable> steps) {
    DeviceException failure = null;
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (DeviceException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Closes after a failure, beside which one of closing says nothing new. */
  public static void after(Exception failure, Runnable close) {
    try {
      close.run();
    } catch (DeviceException e) {
      failure.addSuppressed(e);
    }
  }
}
