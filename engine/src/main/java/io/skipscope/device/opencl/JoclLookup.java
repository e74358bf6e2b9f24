package io.skipscope.device.opencl;

import java.nio.ByteBuffer;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_device_id;
import org.jocl.cl_device_partition_property;
import org.jocl.cl_event;
import org.jocl.cl_platform_id;

/** Platforms, their devices, and what these and events say about themselves, through JOCL. */
final class JoclLookup {
  private JoclLookup() {}

  static cl_platform_id[] platforms() {
    int[] count = new int[1];
    InfoReader.check("clGetPlatformIDs", CL.clGetPlatformIDs(0, null, count));
    cl_platform_id[] platforms = new cl_platform_id[count[0]];
    InfoReader.check("clGetPlatformIDs", CL.clGetPlatformIDs(count[0], platforms, null));
    return platforms;
  }

  static String platformText(cl_platform_id platform, int parameter) {
    return InfoReader.text(
        "clGetPlatformInfo", (s, v, n) -> CL.clGetPlatformInfo(platform, parameter, s, v, n));
  }

  static cl_device_id[] devices(cl_platform_id platform) {
    int[] count = new int[1];
    InfoReader.check(
        "clGetDeviceIDs", CL.clGetDeviceIDs(platform, ClInfo.DEVICE_TYPE_ALL, 0, null, count));
    cl_device_id[] devices = new cl_device_id[count[0]];
    InfoReader.check(
        "clGetDeviceIDs",
        CL.clGetDeviceIDs(platform, ClInfo.DEVICE_TYPE_ALL, count[0], devices, null));
    return devices;
  }

  static String deviceText(cl_device_id device, int parameter) {
    return InfoReader.text("clGetDeviceInfo", deviceInfo(device, parameter));
  }

  static ByteBuffer deviceBytes(cl_device_id device, int parameter) {
    return InfoReader.bytes("clGetDeviceInfo", deviceInfo(device, parameter));
  }

  /** As many parts of {@code computeUnits} each as there are; each is to be released. */
  static cl_device_id[] createSubDevices(cl_device_id device, int computeUnits) {
    cl_device_partition_property how = new cl_device_partition_property();
    how.addProperty(ClInfo.DEVICE_PARTITION_EQUALLY, computeUnits);
    int[] count = new int[1];
    InfoReader.check("clCreateSubDevices", CL.clCreateSubDevices(device, how, 0, null, count));
    cl_device_id[] parts = new cl_device_id[count[0]];
    InfoReader.check(
        "clCreateSubDevices", CL.clCreateSubDevices(device, how, count[0], parts, null));
    return parts;
  }

  static int holders(cl_event event) {
    int[] count = new int[1];
    InfoReader.check(
        "clGetEventInfo",
        CL.clGetEventInfo(
            event, CL.CL_EVENT_REFERENCE_COUNT, Sizeof.cl_uint, Pointer.to(count), null));
    return count[0];
  }

  private static InfoReader.Call deviceInfo(cl_device_id device, int parameter) {
    return (s, v, n) -> CL.clGetDeviceInfo(device, parameter, s, v, n);
  }
}
