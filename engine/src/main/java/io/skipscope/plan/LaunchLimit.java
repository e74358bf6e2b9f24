package io.skipscope.plan;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.error.InputException;

/**
 * How long a single launch may take. A GPU that also draws the screen draws nothing meanwhile, and
 * systems end a launch of seconds.
 *
 * @param millis above 0; infinite for as long as it takes; 0 for the usual limit: what the system
 *     property {@code skipscope.launchMillis} says, else 50 on a GPU, else as long as it takes,
 *     because other devices draw no screen
 */
public record LaunchLimit(double millis) {
  public static final LaunchLimit USUAL = new LaunchLimit(0);

  private static final double GPU_MILLIS = 50;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String PROPERTY = "skipscope.launchMillis";

  /**
   * @throws InputException if {@code millis} is negative or NaN
   */
  public LaunchLimit {
    if (!(millis >= 0)) {
      throw refusal("time limit of a launch", millis + " ms");
    }
  }

  /**
   * {@link Long#MAX_VALUE} for no limit.
   *
   * @throws InputException if the system property is asked for, and holds no number above 0
   */
  public long nanosOn(DeviceInfo device) {
    return (long) (NANOS_PER_MILLI * (millis > 0 ? millis : usualMillis(device)));
  }

  private static double usualMillis(DeviceInfo device) {
    String text = System.getProperty(PROPERTY);
    if (text == null) {
      return device.type() == DeviceType.GPU ? GPU_MILLIS : Double.POSITIVE_INFINITY;
    }
    double millis = parse(text);
    if (!(millis > 0)) {
      throw refusal("system property " + PROPERTY, "'" + text + "'");
    }
    return millis;
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refusal("system property " + PROPERTY, "'" + text + "'");
    }
  }

  private static InputException refusal(String where, String found) {
    return new InputException(where, found, "a number of milliseconds above 0, or Infinity");
  }
}
