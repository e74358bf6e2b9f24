package io.skipscope;

import io.skipscope.device.DeviceInfo;
import io.skipscope.run.DeviceCatalog;
import java.util.List;

/** Facts about this installation. */
public final class Skipscope {
  private Skipscope() {}

  /** Every device that answers, the plain Java device last. */
  public static List<DeviceInfo> devices() {
    return DeviceCatalog.discover().devices();
  }

  /** One line for each platform or device that does not answer. */
  public static List<String> deviceProblems() {
    return DeviceCatalog.discover().problems();
  }
}
