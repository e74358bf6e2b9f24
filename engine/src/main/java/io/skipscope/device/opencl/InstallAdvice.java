package io.skipscope.device.opencl;

import java.util.Locale;

/** What to install where no OpenCL runtime answers. */
final class InstallAdvice {
  private InstallAdvice() {}

  static String forThisSystem() {
    return forSystem(System.getProperty("os.name", ""));
  }

  /**
   * @param system as the system property {@code os.name} gives it
   */
  static String forSystem(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "install the driver of your graphics card, or Intel's CPU runtime for OpenCL";
    }
    if (name.startsWith("mac")) {
      return "OpenCL comes with macOS; use a Java of the machine's own architecture";
    }
    return "install your graphics card's OpenCL driver, or PoCL for the processor"
        + " (Debian, Ubuntu: apt install pocl-opencl-icd ocl-icd-libopencl1)";
  }
}
