package io.skipscope.device.opencl;

import static io.skipscope.device.opencl.JoclHandles.buffer;
import static io.skipscope.device.opencl.JoclHandles.context;
import static io.skipscope.device.opencl.JoclHandles.device;
import static io.skipscope.device.opencl.JoclHandles.direct;
import static io.skipscope.device.opencl.JoclHandles.event;
import static io.skipscope.device.opencl.JoclHandles.kernel;
import static io.skipscope.device.opencl.JoclHandles.program;
import static io.skipscope.device.opencl.JoclHandles.queue;
import static io.skipscope.device.opencl.JoclHandles.wrap;

import io.skipscope.device.opencl.ClObject.Kind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_buffer_region;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;

/** OpenCL through JOCL. Platforms and devices are looked up by {@link JoclLookup}. */
final class JoclCl implements Cl {
  private static final long QUEUE_PROFILING_ENABLE = 1 << 1;
  private static final long MEM_READ_WRITE = 1;

  private final LiveObjects live = new LiveObjects();

  @Override
  public List<ClObject> platforms() {
    return wrap(Kind.PLATFORM, JoclLookup.platforms());
  }

  @Override
  public String platformText(ClObject platform, int parameter) {
    return JoclLookup.platformText((cl_platform_id) platform.raw(), parameter);
  }

  @Override
  public List<ClObject> devices(ClObject platform) {
    return wrap(Kind.DEVICE, JoclLookup.devices((cl_platform_id) platform.raw()));
  }

  @Override
  public String deviceText(ClObject device, int parameter) {
    return JoclLookup.deviceText(device(device), parameter);
  }

  @Override
  public long deviceNumber(ClObject device, int parameter) {
    return InfoReader.number(JoclLookup.deviceBytes(device(device), parameter));
  }

  @Override
  public long[] deviceNumbers(ClObject device, int parameter) {
    return InfoReader.sizes(JoclLookup.deviceBytes(device(device), parameter));
  }

  @Override
  public List<ClObject> createSubDevices(ClObject device, int computeUnits) {
    return Stream.of(JoclLookup.createSubDevices(device(device), computeUnits))
        .map(part -> live.created(Kind.DEVICE, part))
        .toList();
  }

  @Override
  public void releaseSubDevice(ClObject device) {
    released("clReleaseDevice", device, CL.clReleaseDevice(device(device)));
  }

  @Override
  public ClObject createContext(List<ClObject> devices) {
    int[] status = new int[1];
    cl_device_id[] raw = JoclHandles.devices(devices);
    cl_context context =
        CL.clCreateContext(new cl_context_properties(), raw.length, raw, null, null, status);
    return created("clCreateContext", status, Kind.CONTEXT, context);
  }

  @Override
  public void releaseContext(ClObject context) {
    released("clReleaseContext", context, CL.clReleaseContext(context(context)));
  }

  // The successor of clCreateCommandQueue needs OpenCL 2.0.
  @SuppressWarnings("deprecation")
  @Override
  public ClObject createQueue(ClObject context, ClObject device, boolean profiling) {
    int[] status = new int[1];
    long properties = profiling ? QUEUE_PROFILING_ENABLE : 0;
    cl_command_queue queue =
        CL.clCreateCommandQueue(context(context), device(device), properties, status);
    return created("clCreateCommandQueue", status, Kind.QUEUE, queue);
  }

  @Override
  public void releaseQueue(ClObject queue) {
    released("clReleaseCommandQueue", queue, CL.clReleaseCommandQueue(queue(queue)));
  }

  @Override
  public void flush(ClObject queue) {
    InfoReader.check("clFlush", CL.clFlush(queue(queue)));
  }

  @Override
  public void finish(ClObject queue) {
    InfoReader.check("clFinish", CL.clFinish(queue(queue)));
  }

  @Override
  public ClObject createBuffer(ClObject context, long sizeBytes) {
    int[] status = new int[1];
    cl_mem buffer = CL.clCreateBuffer(context(context), MEM_READ_WRITE, sizeBytes, null, status);
    return created("clCreateBuffer", status, Kind.BUFFER, buffer);
  }

  @Override
  public ClObject createBufferOver(ClObject context, ByteBuffer memory) {
    int[] status = new int[1];
    cl_mem buffer =
        CL.clCreateBuffer(
            context(context),
            MEM_READ_WRITE | CL.CL_MEM_USE_HOST_PTR,
            memory.capacity(),
            Pointer.to(direct(memory)),
            status);
    return created("clCreateBuffer", status, Kind.BUFFER, buffer);
  }

  @Override
  public ClObject createSubBuffer(ClObject buffer, long offsetBytes, long sizeBytes) {
    int[] status = new int[1];
    cl_buffer_region region = new cl_buffer_region(offsetBytes, sizeBytes);
    cl_mem part =
        CL.clCreateSubBuffer(
            buffer(buffer), MEM_READ_WRITE, CL.CL_BUFFER_CREATE_TYPE_REGION, region, status);
    return created("clCreateSubBuffer", status, Kind.BUFFER, part);
  }

  @Override
  public void releaseBuffer(ClObject buffer) {
    released("clReleaseMemObject", buffer, CL.clReleaseMemObject(buffer(buffer)));
  }

  @Override
  public ClObject createProgram(ClObject context, String source) {
    int[] status = new int[1];
    String[] sources = {source};
    cl_program program = CL.clCreateProgramWithSource(context(context), 1, sources, null, status);
    return created("clCreateProgramWithSource", status, Kind.PROGRAM, program);
  }

  @Override
  public ClObject createProgramFromBinary(ClObject context, ClObject device, byte[] binary) {
    int[] status = new int[1];
    cl_device_id[] devices = {device(device)};
    long[] sizes = {binary.length};
    byte[][] binaries = {binary};
    cl_program program =
        CL.clCreateProgramWithBinary(context(context), 1, devices, sizes, binaries, null, status);
    return created("clCreateProgramWithBinary", status, Kind.PROGRAM, program);
  }

  @Override
  public byte[] programBinary(ClObject program) {
    return InfoReader.binary(
        (parameter, s, v, n) -> CL.clGetProgramInfo(program(program), parameter, s, v, n));
  }

  @Override
  public void buildProgram(ClObject program, List<ClObject> devices, String options) {
    cl_device_id[] raw = JoclHandles.devices(devices);
    InfoReader.check(
        "clBuildProgram",
        CL.clBuildProgram(program(program), raw.length, raw, options, null, null));
  }

  @Override
  public void compileProgram(ClObject program, ClObject device, String options) {
    cl_device_id[] raw = {device(device)};
    InfoReader.check(
        "clCompileProgram",
        CL.clCompileProgram(program(program), 1, raw, options, 0, null, null, null, null));
  }

  @Override
  public String buildLog(ClObject program, ClObject device) {
    return InfoReader.text(
        "clGetProgramBuildInfo",
        (s, v, n) ->
            CL.clGetProgramBuildInfo(
                program(program), device(device), CL.CL_PROGRAM_BUILD_LOG, s, v, n));
  }

  @Override
  public void releaseProgram(ClObject program) {
    released("clReleaseProgram", program, CL.clReleaseProgram(program(program)));
  }

  @Override
  public ClObject createKernel(ClObject program, String function) {
    int[] status = new int[1];
    cl_kernel kernel = CL.clCreateKernel(program(program), function, status);
    return created("clCreateKernel", status, Kind.KERNEL, kernel);
  }

  @Override
  public void releaseKernel(ClObject kernel) {
    released("clReleaseKernel", kernel, CL.clReleaseKernel(kernel(kernel)));
  }

  @Override
  public long[] kernelNumbers(ClObject kernel, ClObject device, int parameter) {
    return InfoReader.sizes(
        InfoReader.bytes(
            "clGetKernelWorkGroupInfo",
            (s, v, n) ->
                CL.clGetKernelWorkGroupInfo(kernel(kernel), device(device), parameter, s, v, n)));
  }

  @Override
  public void setBuffer(ClObject kernel, int index, ClObject buffer) {
    setArgument(kernel, index, Sizeof.cl_mem, Pointer.to(buffer(buffer)));
  }

  @Override
  public void setInt(ClObject kernel, int index, int value) {
    setArgument(kernel, index, Sizeof.cl_int, Pointer.to(new int[] {value}));
  }

  @Override
  public void setFloat(ClObject kernel, int index, float value) {
    setArgument(kernel, index, Sizeof.cl_float, Pointer.to(new float[] {value}));
  }

  @Override
  public void setLocal(ClObject kernel, int index, long sizeBytes) {
    setArgument(kernel, index, sizeBytes, null);
  }

  @Override
  public void enqueueKernel(ClObject queue, ClObject kernel, long[] globalSize, long[] localSize) {
    enqueue(queue, kernel, globalSize, localSize, List.of(), null);
  }

  @Override
  public ClObject enqueueTimedKernel(
      ClObject queue, ClObject kernel, long[] globalSize, long[] localSize, List<ClObject> after) {
    cl_event event = new cl_event();
    enqueue(queue, kernel, globalSize, localSize, after, event);
    return live.created(Kind.EVENT, event);
  }

  private static void enqueue(
      ClObject queue,
      ClObject kernel,
      long[] globalSize,
      long[] localSize,
      List<ClObject> after,
      cl_event event) {
    InfoReader.check(
        "clEnqueueNDRangeKernel",
        CL.clEnqueueNDRangeKernel(
            queue(queue),
            kernel(kernel),
            globalSize.length,
            null,
            globalSize,
            localSize,
            after.size(),
            after.isEmpty() ? null : JoclHandles.events(after),
            event));
  }

  @Override
  public void write(
      ClObject queue, ClObject buffer, long offsetBytes, ByteBuffer source, boolean wait) {
    InfoReader.check(
        "clEnqueueWriteBuffer",
        CL.clEnqueueWriteBuffer(
            queue(queue),
            buffer(buffer),
            wait,
            offsetBytes,
            source.remaining(),
            Pointer.to(direct(source)),
            0,
            null,
            null));
  }

  @Override
  public void read(ClObject queue, ClObject buffer, long offsetBytes, ByteBuffer target) {
    enqueueRead(queue, buffer, offsetBytes, target, true, null);
  }

  @Override
  public ClObject startRead(ClObject queue, ClObject buffer, long offsetBytes, ByteBuffer target) {
    cl_event event = new cl_event();
    enqueueRead(queue, buffer, offsetBytes, target, false, event);
    return live.created(Kind.EVENT, event);
  }

  private static void enqueueRead(
      ClObject queue,
      ClObject buffer,
      long offsetBytes,
      ByteBuffer target,
      boolean wait,
      cl_event event) {
    InfoReader.check(
        "clEnqueueReadBuffer",
        CL.clEnqueueReadBuffer(
            queue(queue),
            buffer(buffer),
            wait,
            offsetBytes,
            target.remaining(),
            Pointer.to(direct(target)),
            0,
            null,
            event));
  }

  @Override
  public void map(ClObject queue, ClObject buffer, long sizeBytes) {
    int[] status = new int[1];
    CL.clEnqueueMapBuffer(
        queue(queue), buffer(buffer), true, CL.CL_MAP_READ, 0, sizeBytes, 0, null, null, status);
    InfoReader.check("clEnqueueMapBuffer", status[0]);
  }

  @Override
  public void unmap(ClObject queue, ClObject buffer, ByteBuffer memory) {
    InfoReader.check(
        "clEnqueueUnmapMemObject",
        CL.clEnqueueUnmapMemObject(queue(queue), buffer(buffer), direct(memory), 0, null, null));
  }

  @Override
  public void waitFor(ClObject event) {
    InfoReader.check("clWaitForEvents", CL.clWaitForEvents(1, new cl_event[] {event(event)}));
  }

  @Override
  public long eventNanos(ClObject event, int parameter) {
    long[] nanos = new long[1];
    InfoReader.check(
        "clGetEventProfilingInfo",
        CL.clGetEventProfilingInfo(
            event(event), parameter, Sizeof.cl_ulong, Pointer.to(nanos), null));
    return nanos[0];
  }

  @Override
  public int eventHolders(ClObject event) {
    return JoclLookup.holders(event(event));
  }

  @Override
  public void releaseEvent(ClObject event) {
    released("clReleaseEvent", event, CL.clReleaseEvent(event(event)));
  }

  @Override
  public Map<Kind, Integer> liveObjects() {
    return live.counts();
  }

  private ClObject created(String function, int[] status, Kind kind, Object raw) {
    InfoReader.check(function, status[0]);
    return live.created(kind, raw);
  }

  /** Counts the object as gone even if the release failed: it must not be tried again. */
  private void released(String function, ClObject object, int status) {
    live.released(object);
    InfoReader.check(function, status);
  }

  private static void setArgument(ClObject kernel, int index, long sizeBytes, Pointer value) {
    InfoReader.check("clSetKernelArg", CL.clSetKernelArg(kernel(kernel), index, sizeBytes, value));
  }
}
