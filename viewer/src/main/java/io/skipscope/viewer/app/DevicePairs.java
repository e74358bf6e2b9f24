package io.skipscope.viewer.app;

import io.skipscope.run.DeviceCatalog;
import io.skipscope.viewer.state.DeviceChoice;
import java.util.List;

/** Which of the devices on offer are a good first choice to share a network between. */
final class DevicePairs {
  private static final int PAIR = 2;
  private static final String PART = "/";

  private DevicePairs() {}

  /**
   * Every whole OpenCL device where there are several, else two parts of the only one, else the
   * first two on offer.
   *
   * @return ids; fewer than two only where no more are offered
   */
  static List<String> first(List<DeviceChoice> offered) {
    List<String> ids = offered.stream().map(DeviceChoice::id).toList();
    List<String> whole =
        ids.stream().filter(id -> !id.contains(PART) && !id.equals(DeviceCatalog.JAVA)).toList();
    if (whole.size() >= PAIR) {
      return whole;
    }
    List<String> parts = ids.stream().filter(id -> id.contains(PART)).limit(PAIR).toList();
    return parts.size() == PAIR ? parts : ids.stream().limit(PAIR).toList();
  }
}
