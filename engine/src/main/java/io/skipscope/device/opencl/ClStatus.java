package io.skipscope.device.opencl;

import org.jocl.CL;

/** Names of the codes that OpenCL calls return, and what to do about the common ones. */
final class ClStatus {
  static final int DEVICE_NOT_FOUND = CL.CL_DEVICE_NOT_FOUND;
  static final int BUILD_PROGRAM_FAILURE = CL.CL_BUILD_PROGRAM_FAILURE;
  static final int COMPILE_PROGRAM_FAILURE = CL.CL_COMPILE_PROGRAM_FAILURE;
  static final int INVALID_QUEUE_PROPERTIES = CL.CL_INVALID_QUEUE_PROPERTIES;
  static final int PLATFORM_NOT_FOUND = CL.CL_PLATFORM_NOT_FOUND_KHR;

  private ClStatus() {}

  /** Such as {@code CL_OUT_OF_RESOURCES (-5)}. */
  static String describe(int code) {
    String name = CL.stringFor_errorCode(code);
    return (name.startsWith("CL_") ? name : "an unknown OpenCL error") + " (" + code + ")";
  }

  /** Whether less work at a time may do. */
  static boolean isShortOfMemory(int code) {
    return switch (code) {
      case CL.CL_MEM_OBJECT_ALLOCATION_FAILURE,
          CL.CL_OUT_OF_RESOURCES,
          CL.CL_OUT_OF_HOST_MEMORY,
          CL.CL_INVALID_BUFFER_SIZE ->
          true;
      default -> false;
    };
  }

  /** What the user can do about a code. */
  static String remedy(int code) {
    if (isShortOfMemory(code)) {
      return "enough memory on the device; try a smaller input or batch, or another --device";
    }
    return switch (code) {
      case CL.CL_COMPILER_NOT_AVAILABLE,
          CL.CL_BUILD_PROGRAM_FAILURE,
          CL.CL_COMPILE_PROGRAM_FAILURE,
          CL.CL_LINKER_NOT_AVAILABLE,
          CL.CL_LINK_PROGRAM_FAILURE ->
          "a driver that compiles OpenCL C 1.2; update it, or try another --device";
      default -> "success; try again, or another --device";
    };
  }
}
