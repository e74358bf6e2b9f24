package io.skipscope.error;

/** A device call that failed, with its OpenCL name and code and, for builds, the compiler's log. */
public class DeviceException extends SkipscopeException {
  private final int code;
  private final String buildLog;

  /**
   * @param device the device id and name
   * @param code the OpenCL status, such as -5 for CL_OUT_OF_RESOURCES; 0 if there is none
   * @param buildLog the compiler's text, empty unless a build failed
   */
  public DeviceException(
      String device, String found, String expected, int code, String buildLog, Throwable cause) {
    super(device, found, expected, cause);
    this.code = code;
    this.buildLog = buildLog;
  }

  public DeviceException(String device, String found, String expected) {
    this(device, found, expected, 0, "", null);
  }

  public int code() {
    return code;
  }

  public String buildLog() {
    return buildLog;
  }
}
