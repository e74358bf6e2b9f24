package io.skipscope.device.opencl;

/** Info parameters and bits of OpenCL 1.2, as cl.h numbers them. */
final class ClInfo {
  static final int PLATFORM_NAME = 0x0902;

  static final int DEVICE_TYPE = 0x1000;
  static final int DEVICE_MAX_COMPUTE_UNITS = 0x1002;
  static final int DEVICE_MAX_WORK_GROUP_SIZE = 0x1004;
  static final int DEVICE_MAX_WORK_ITEM_SIZES = 0x1005;
  static final int DEVICE_MAX_MEM_ALLOC_SIZE = 0x1010;
  static final int DEVICE_MEM_BASE_ADDR_ALIGN = 0x1019;
  static final int DEVICE_GLOBAL_MEM_SIZE = 0x101F;
  static final int DEVICE_LOCAL_MEM_SIZE = 0x1023;
  static final int DEVICE_AVAILABLE = 0x1027;
  static final int DEVICE_COMPILER_AVAILABLE = 0x1028;
  static final int DEVICE_NAME = 0x102B;
  static final int DEVICE_VENDOR = 0x102C;
  static final int DRIVER_VERSION = 0x102D;
  static final int DEVICE_VERSION = 0x102F;
  static final int DEVICE_NATIVE_VECTOR_WIDTH_FLOAT = 0x103A;
  static final int DEVICE_PARTITION_MAX_SUB_DEVICES = 0x1043;
  static final int DEVICE_PARTITION_PROPERTIES = 0x1044;

  /**
   * All types: 32 bits, as in cl.h. The binding's own constant is -1 as a long, whose upper bits
   * some platforms refuse with CL_INVALID_DEVICE_TYPE.
   */
  static final long DEVICE_TYPE_ALL = 0xFFFFFFFFL;

  static final long DEVICE_TYPE_CPU = 1 << 1;
  static final long DEVICE_TYPE_GPU = 1 << 2;
  static final int DEVICE_PARTITION_EQUALLY = 0x1086;

  static final int KERNEL_WORK_GROUP_SIZE = 0x11B0;
  static final int KERNEL_COMPILE_WORK_GROUP_SIZE = 0x11B1;
  static final int KERNEL_LOCAL_MEM_SIZE = 0x11B2;

  static final int PROFILING_COMMAND_START = 0x1282;
  static final int PROFILING_COMMAND_END = 0x1283;

  private ClInfo() {}
}
