package io.skipscope.device.opencl;

import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Download;
import io.skipscope.device.Event;
import io.skipscope.device.Handle;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.PreparedLaunch;
import io.skipscope.device.Queue;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.StoredNumbers;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Function;

/** An in-order queue. Copies go through direct staging memory, piece by piece. */
final class OpenClQueue extends Handle implements Queue {
  static final Event NOTHING_DONE = () -> 0;

  private final OpenClDevice device;
  private final ClObject raw;
  private final EventWindow window;
  private final UploadStaging uploads = new UploadStaging();
  private final DownloadWindow downloads;

  OpenClQueue(OpenClDevice device, ClObject raw) {
    super(device);
    this.device = device;
    this.raw = raw;
    window = new EventWindow(device, raw);
    downloads = new DownloadWindow(device, raw, uploads);
  }

  @Override
  public Event submit(Launch launch, Bindings bindings) {
    KernelLaunch kernelLaunch = kernelLaunch(launch);
    synchronized (lock()) {
      requireOpen();
      return device.guard().get(workOf(launch), () -> enqueue(kernelLaunch, bindings));
    }
  }

  private Event enqueue(KernelLaunch launch, Bindings bindings) {
    if (launch.range().isEmpty()) {
      return NOTHING_DONE;
    }
    OpenClKernel kernel = device.kernels().get(launch.kernel());
    kernel.bind(launch, bindings);
    return enqueueTimed(kernel, kernel.grouped(launch.range()), List.of());
  }

  /** Under the device's lock. */
  void enqueue(OpenClKernel kernel, OpenClKernel.GroupedRange range) {
    kernel.enqueue(raw, range);
    window.countLaunch();
  }

  /** Under the device's lock. */
  Event enqueueTimed(OpenClKernel kernel, OpenClKernel.GroupedRange range, List<Event> after) {
    return window.add(kernel.enqueueTimed(raw, range, EventWindow.pending(after)));
  }

  @Override
  public PreparedLaunch prepare(Launch launch, Function<String, DeviceBuffer> buffers) {
    KernelLaunch kernelLaunch = kernelLaunch(launch);
    synchronized (lock()) {
      requireOpen();
      return device
          .guard()
          .get(workOf(launch), () -> OpenClLaunch.of(device, this, kernelLaunch, buffers));
    }
  }

  private KernelLaunch kernelLaunch(Launch launch) {
    if (launch instanceof KernelLaunch kernelLaunch) {
      return kernelLaunch;
    }
    throw device.guard().refuse("a launch of Java loops", "a kernel launch");
  }

  /** How messages name a launch. */
  static String workOf(Launch launch) {
    return launch.node() + " (" + launch.kernelName() + ")";
  }

  @Override
  public void write(DeviceBuffer target, FloatBuffer source, DataType type) {
    OpenClBuffer buffer = device.own(target);
    requireFits(source, type, buffer);
    synchronized (lock()) {
      requireOpen();
      buffer.requireUsable();
      device.guard().run("writing a buffer", () -> writePieces(buffer, source, type));
    }
  }

  /** As many floats at a time as the staging memory holds; a full one is waited for. */
  private void writePieces(OpenClBuffer target, FloatBuffer source, DataType type) {
    long offsetBytes = 0;
    while (source.hasRemaining()) {
      FloatBuffer piece = piece(source, type);
      if (!uploads.fits(piece.remaining(), type)) {
        drain();
      }
      ByteBuffer held = uploads.hold(piece, type);
      device.cl().write(raw, target.raw(), offsetBytes, held, device.traits().wantsOneThread());
      offsetBytes += advance(source, piece, type);
    }
  }

  @Override
  public void read(DeviceBuffer source, FloatBuffer target, DataType type) {
    OpenClBuffer buffer = device.own(source);
    requireFits(target, type, buffer);
    synchronized (lock()) {
      requireOpen();
      buffer.requireUsable();
      ByteBuffer staging = StagingPool.borrow();
      try {
        device.guard().run("reading a buffer", () -> readPieces(buffer, target, type, staging));
      } finally {
        StagingPool.giveBack(staging);
      }
    }
  }

  @Override
  public Download download(DeviceBuffer source, FloatBuffer target, DataType type) {
    if (device.traits().wantsOneThread()) {
      return Queue.super.download(source, target, type);
    }
    OpenClBuffer buffer = device.own(source);
    requireFits(target, type, buffer);
    synchronized (lock()) {
      requireOpen();
      buffer.requireUsable();
      return device
          .guard()
          .get("reading a buffer", () -> downloads.start(buffer.raw(), target, type));
    }
  }

  private void readPieces(
      OpenClBuffer source, FloatBuffer target, DataType type, ByteBuffer staging) {
    long offsetBytes = 0;
    while (target.hasRemaining()) {
      FloatBuffer piece = piece(target, type);
      staging.limit(piece.remaining() * type.sizeBytes());
      device.cl().read(raw, source.raw(), offsetBytes, staging);
      offsetBytes += advance(target, piece, type);
      StoredNumbers.decode(staging, type, piece);
    }
  }

  private void requireFits(FloatBuffer host, DataType type, OpenClBuffer buffer) {
    long capacity = buffer.sizeBytes() / type.sizeBytes();
    if (host.remaining() > capacity) {
      throw device.guard().refuse(host.remaining() + " numbers", "at most " + capacity);
    }
  }

  /** As many of the remaining floats as the staging memory holds. */
  static FloatBuffer piece(FloatBuffer host, DataType type) {
    int count = Math.min(host.remaining(), StagingPool.SIZE_BYTES / type.sizeBytes());
    return host.slice(host.position(), count);
  }

  /** Steps over a piece; its size in bytes. */
  static long advance(FloatBuffer host, FloatBuffer piece, DataType type) {
    host.position(host.position() + piece.capacity());
    return (long) piece.capacity() * type.sizeBytes();
  }

  /** Lets other queues wait for what this one was given; under the device's lock. */
  void flush() {
    device.guard().run("flushing the queue", () -> device.cl().flush(raw));
  }

  @Override
  public void finish() {
    synchronized (lock()) {
      requireOpen();
      drain();
    }
  }

  @Override
  protected void drain() {
    device
        .guard()
        .run(
            "waiting for the queue",
            () -> {
              try {
                device.cl().finish(raw);
                uploads.arrived();
              } finally {
                settleAll();
              }
            });
  }

  private void settleAll() {
    try {
      window.settleAll();
    } finally {
      downloads.settleAll();
    }
  }

  /**
   * @throws io.skipscope.error.DeviceException if the queue is closed
   */
  void requireUsable() {
    requireOpen();
  }

  ClObject raw() {
    return raw;
  }

  OpenClDevice device() {
    return device;
  }

  int pendingEvents() {
    return window.size() + downloads.size();
  }

  @Override
  protected void release() {
    device.forget(this);
    device.guard().run("releasing a queue", () -> device.cl().releaseQueue(raw));
  }
}
