package io.skipscope.device.opencl;

import io.skipscope.device.opencl.ClObject.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jocl.NativePointerObject;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;

/** What JOCL's calls take: its handles inside of ours, and direct memory. */
final class JoclHandles {
  private JoclHandles() {}

  static List<ClObject> wrap(Kind kind, NativePointerObject[] raw) {
    List<ClObject> objects = new ArrayList<>();
    for (NativePointerObject each : raw) {
      objects.add(new ClObject(kind, each));
    }
    return objects;
  }

  static cl_device_id device(ClObject object) {
    return (cl_device_id) object.raw();
  }

  static cl_device_id[] devices(List<ClObject> objects) {
    return objects.stream().map(JoclHandles::device).toArray(cl_device_id[]::new);
  }

  static cl_context context(ClObject object) {
    return (cl_context) object.raw();
  }

  static cl_command_queue queue(ClObject object) {
    return (cl_command_queue) object.raw();
  }

  static cl_mem buffer(ClObject object) {
    return (cl_mem) object.raw();
  }

  static cl_program program(ClObject object) {
    return (cl_program) object.raw();
  }

  static cl_kernel kernel(ClObject object) {
    return (cl_kernel) object.raw();
  }

  static cl_event event(ClObject object) {
    return (cl_event) object.raw();
  }

  static cl_event[] events(List<ClObject> objects) {
    return objects.stream().map(JoclHandles::event).toArray(cl_event[]::new);
  }

  /** Heap memory would stop the garbage collector for as long as the copy takes. */
  static ByteBuffer direct(ByteBuffer buffer) {
    if (!buffer.isDirect()) {
      throw new IllegalArgumentException("a heap buffer; transfers take direct buffers");
    }
    return buffer.slice();
  }
}
