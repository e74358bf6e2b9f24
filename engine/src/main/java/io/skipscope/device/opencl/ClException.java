package io.skipscope.device.opencl;

/** An OpenCL call that did not return CL_SUCCESS. */
public final class ClException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param function such as {@code clFinish}
   * @param code what it returned
   */
  public ClException(String function, int code) {
    super(ClStatus.describe(code) + " from " + function);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
