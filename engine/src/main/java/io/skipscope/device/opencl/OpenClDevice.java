package io.skipscope.device.opencl;

import io.skipscope.device.Closing;
import io.skipscope.device.Device;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceMemoryException;
import io.skipscope.device.Handle;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.Queue;
import io.skipscope.device.SecondCompiler;
import io.skipscope.device.SharedBuffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An OpenCL device with a context of its own, or several parts of one that share a context and do
 * some rows of each launch.
 *
 * <p>The root of an owner tree: queues, programs with their kernels, buffers with their slices. All
 * calls hold the tree's lock, because a kernel's arguments and its launch belong together.
 */
final class OpenClDevice extends Handle implements Device {
  /** OpenCL knows no empty buffers. */
  private static final long LEAST_BYTES = Float.BYTES;

  private static final long LARGEST_SHARED_BYTES = 1 << 30;

  private final Cl cl;
  private final ClGuard guard;
  private final DeviceInfo info;
  private final List<ClObject> members;
  private final boolean subDevice;
  private final ClObject context;
  private final DriverTraits traits;
  private final ProgramStore programs;
  private final KernelCache kernels;
  private final List<OpenClQueue> queues = new ArrayList<>();
  private volatile BuildHistory history;
  private volatile AheadBuilds ahead;

  /**
   * @param members the device, or parts of one that share their memory
   * @param subDevice whether {@code members} are to be released with this one
   * @param programs where compiled programs are kept if the driver does not keep them, and what was
   *     built for which purpose
   */
  OpenClDevice(
      Cl cl, List<ClObject> members, DeviceInfo info, boolean subDevice, ProgramStore programs) {
    super(null);
    this.cl = cl;
    this.members = List.copyOf(members);
    this.info = info;
    this.subDevice = subDevice;
    this.programs = programs;
    guard = new ClGuard(info.label());
    traits = DriverTraits.of(info);
    context = guard.get("opening the device", () -> cl.createContext(this.members));
    kernels = new KernelCache(this, new ProgramBuilder(this, programs));
  }

  @Override
  public DeviceInfo info() {
    return info;
  }

  @Override
  public boolean runsKernels() {
    return true;
  }

  @Override
  public DeviceBuffer allocate(long sizeBytes) {
    if (sizeBytes < 0 || sizeBytes > info.maxAllocBytes()) {
      throw new DeviceMemoryException(
          info.label(),
          "a request for " + sizeBytes + " bytes",
          "0 to " + info.maxAllocBytes() + " bytes; use a smaller batch or another --device");
    }
    return newBuffer(this, sizeBytes);
  }

  @Override
  public SharedBuffer allocateShared(long sizeBytes) {
    if (sizeBytes <= 0 || sizeBytes > Math.min(LARGEST_SHARED_BYTES, info.maxAllocBytes())) {
      throw new DeviceMemoryException(
          info.label(),
          "a request for " + sizeBytes + " shared bytes",
          "1 to " + Math.min(LARGEST_SHARED_BYTES, info.maxAllocBytes()) + " bytes");
    }
    synchronized (lock()) {
      requireOpen();
      ByteBuffer memory = OpenClSharedBuffer.newMemory(this, (int) sizeBytes);
      ClObject raw =
          guard.get("sharing " + sizeBytes + " bytes", () -> cl.createBufferOver(context, memory));
      return new OpenClSharedBuffer(this, raw, memory);
    }
  }

  @Override
  public DeviceBuffer slice(DeviceBuffer parent, long offsetBytes, long sizeBytes) {
    OpenClBuffer whole = own(parent);
    if (offsetBytes < 0
        || offsetBytes % info.baseAddressAlignBytes() != 0
        || offsetBytes + sizeBytes > whole.sizeBytes()) {
      throw guard.refuse(
          "a slice of " + sizeBytes + " bytes at byte " + offsetBytes,
          "a multiple of " + info.baseAddressAlignBytes() + " within " + whole.sizeBytes());
    }
    if (sizeBytes == 0) {
      return newBuffer(whole, 0);
    }
    synchronized (lock()) {
      whole.requireUsable();
      long start = whole.startBytes() + offsetBytes;
      ClObject raw =
          guard.get(
              "slicing a buffer", () -> cl.createSubBuffer(whole.root().raw(), start, sizeBytes));
      return new OpenClBuffer(this, whole, raw, start, sizeBytes);
    }
  }

  private DeviceBuffer newBuffer(Handle owner, long sizeBytes) {
    synchronized (lock()) {
      requireOpen();
      ClObject raw =
          guard.get(
              "allocating " + sizeBytes + " bytes",
              () -> cl.createBuffer(context, Math.max(sizeBytes, LEAST_BYTES)));
      return new OpenClBuffer(this, owner, raw, 0, sizeBytes);
    }
  }

  @Override
  public void build(KernelSpec kernel) {
    synchronized (lock()) {
      requireOpen();
      kernels.get(kernel);
    }
  }

  @Override
  public void expect(String purpose) {
    BuildHistory earlier = new BuildHistory(programs, info, purpose);
    history = earlier;
    if (!traits.wantsOneThread()) {
      ahead = new AheadBuilds(earlier::launches, this::buildNow);
    }
  }

  @Override
  public void buildFor(KernelLaunch launch) {
    stopBuildingAhead();
    buildNow(launch);
    if (history != null) {
      history.built(launch);
    }
  }

  private void stopBuildingAhead() {
    if (ahead != null) {
      ahead.stop();
    }
  }

  private void buildNow(KernelLaunch launch) {
    if (traits.wantsOneThread()) {
      build(launch.kernel());
      return;
    }
    OpenClProgram program = kernels.program(launch.kernel());
    if (traits.compilesAtFirstLaunch()) {
      TrialLaunch.run(this, program, launch);
    }
  }

  @Override
  public Optional<SecondCompiler> startSecondCompiler() {
    return traits.compilesOneAtATime() ? CompilerProcess.start(info.id()) : Optional.empty();
  }

  @Override
  public Queue openQueue() {
    synchronized (lock()) {
      requireOpen();
      return members.size() == 1 ? openQueue(raw()) : TeamQueue.open(this, members);
    }
  }

  /** The queue of a member; under the lock. */
  OpenClQueue openQueue(ClObject member) {
    ClObject raw = guard.get("opening a queue", () -> newQueue(member));
    OpenClQueue queue = new OpenClQueue(this, raw);
    queues.add(queue);
    return queue;
  }

  private ClObject newQueue(ClObject device) {
    try {
      return cl.createQueue(context, device, true);
    } catch (ClException e) {
      if (e.code() != ClStatus.INVALID_QUEUE_PROPERTIES) {
        throw e;
      }
      return cl.createQueue(context, device, false);
    }
  }

  @Override
  public int liveObjects() {
    synchronized (lock()) {
      return ownedCount() + queues.stream().mapToInt(OpenClQueue::pendingEvents).sum();
    }
  }

  @Override
  public List<String> problems() {
    return programs.problems();
  }

  @Override
  protected void settle() {
    stopBuildingAhead();
    if (history != null) {
      history.keep();
    }
  }

  @Override
  protected void drain() {
    queues.forEach(OpenClQueue::drain);
  }

  @Override
  protected void release() {
    List<Runnable> steps = new ArrayList<>();
    steps.add(guard.step("closing the device", () -> cl.releaseContext(context)));
    if (subDevice) {
      for (ClObject member : members) {
        steps.add(guard.step("releasing a part", () -> cl.releaseSubDevice(member)));
      }
    }
    Closing.all(steps);
  }

  void forget(OpenClQueue queue) {
    queues.remove(queue);
  }

  OpenClQueue own(Queue queue) {
    Queue first = queue instanceof TeamQueue team ? team.joined() : queue;
    if (first instanceof OpenClQueue own && own.device() == this) {
      return own;
    }
    throw guard.refuse("a queue of another device", "one of this device");
  }

  OpenClBuffer own(DeviceBuffer buffer) {
    if (buffer instanceof OpenClBuffer own && own.device() == this) {
      return own;
    }
    throw guard.refuse("a buffer of another device", "one of this device");
  }

  /** The tree's lock, for the classes of this package that use the device's native objects. */
  Object callLock() {
    return lock();
  }

  Cl cl() {
    return cl;
  }

  ClGuard guard() {
    return guard;
  }

  /** The device, or the first of its members, which are all alike. */
  ClObject raw() {
    return members.get(0);
  }

  List<ClObject> members() {
    return members;
  }

  ClObject context() {
    return context;
  }

  DriverTraits traits() {
    return traits;
  }

  KernelCache kernels() {
    return kernels;
  }
}
