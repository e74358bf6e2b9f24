package io.skipscope.device.opencl;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * The part of OpenCL that Skipscope uses, in one place.
 *
 * <p>A seam for call tracing, leak counts, injected faults and other bindings. Every method throws
 * {@link ClException} unless the call succeeds. Info parameters are OpenCL's own numbers ({@link
 * ClInfo}). Calls are safe on any thread, except that one kernel's arguments and its launch belong
 * together.
 */
public interface Cl {
  List<ClObject> platforms();

  String platformText(ClObject platform, int parameter);

  /** The devices of every type. */
  List<ClObject> devices(ClObject platform);

  String deviceText(ClObject device, int parameter);

  long deviceNumber(ClObject device, int parameter);

  long[] deviceNumbers(ClObject device, int parameter);

  /** Partitions of so many compute units each; each is to be released. */
  List<ClObject> createSubDevices(ClObject device, int computeUnits);

  void releaseSubDevice(ClObject device);

  /** A context whose buffers all of these devices use. */
  ClObject createContext(List<ClObject> devices);

  void releaseContext(ClObject context);

  /** An in-order queue. */
  ClObject createQueue(ClObject context, ClObject device, boolean profiling);

  void releaseQueue(ClObject queue);

  void flush(ClObject queue);

  void finish(ClObject queue);

  ClObject createBuffer(ClObject context, long sizeBytes);

  /** A buffer that uses a direct buffer's memory, which must not be freed before it. */
  ClObject createBufferOver(ClObject context, ByteBuffer memory);

  /** A part of a buffer that is no part itself. */
  ClObject createSubBuffer(ClObject buffer, long offsetBytes, long sizeBytes);

  void releaseBuffer(ClObject buffer);

  ClObject createProgram(ClObject context, String source);

  /** From what {@link #programBinary} gave on such a device; it is built like any other. */
  ClObject createProgramFromBinary(ClObject context, ClObject device, byte[] binary);

  void buildProgram(ClObject program, List<ClObject> devices, String options);

  /** Does the front end's part of building only; the program is no use but for its binary. */
  void compileProgram(ClObject program, ClObject device, String options);

  /** What a program of one device was compiled to; empty if the driver does not give it away. */
  byte[] programBinary(ClObject program);

  String buildLog(ClObject program, ClObject device);

  void releaseProgram(ClObject program);

  ClObject createKernel(ClObject program, String function);

  void releaseKernel(ClObject kernel);

  /** One or several sizes. */
  long[] kernelNumbers(ClObject kernel, ClObject device, int parameter);

  void setBuffer(ClObject kernel, int index, ClObject buffer);

  void setInt(ClObject kernel, int index, int value);

  void setFloat(ClObject kernel, int index, float value);

  void setLocal(ClObject kernel, int index, long sizeBytes);

  void enqueueKernel(ClObject queue, ClObject kernel, long[] globalSize, long[] localSize);

  /**
   * Likewise; returns an event that is to be released.
   *
   * @param after events of other queues of the context, which have to end before it begins; those
   *     queues are to be flushed
   */
  ClObject enqueueTimedKernel(
      ClObject queue, ClObject kernel, long[] globalSize, long[] localSize, List<ClObject> after);

  /**
   * Copies all remaining bytes of a direct buffer to the device.
   *
   * @param wait until they have arrived; else they must stay as they are until the queue has been
   *     waited for
   */
  void write(ClObject queue, ClObject buffer, long offsetBytes, ByteBuffer source, boolean wait);

  /** Fills all remaining bytes of a direct buffer from the device; waits. */
  void read(ClObject queue, ClObject buffer, long offsetBytes, ByteBuffer target);

  /**
   * Likewise, but does not wait; returns an event that is to be released. The memory belongs to the
   * driver until then.
   */
  ClObject startRead(ClObject queue, ClObject buffer, long offsetBytes, ByteBuffer target);

  /** How many hold an event; of more than one, others do besides the caller. */
  int eventHolders(ClObject event);

  /** Brings the start of a buffer over direct memory there, to be read; waits. */
  void map(ClObject queue, ClObject buffer, long sizeBytes);

  /** Ends what {@link #map} has begun; does not wait. */
  void unmap(ClObject queue, ClObject buffer, ByteBuffer memory);

  void waitFor(ClObject event);

  long eventNanos(ClObject event, int parameter);

  void releaseEvent(ClObject event);

  /** How many objects of each kind have been created and not yet released. */
  Map<ClObject.Kind, Integer> liveObjects();
}
