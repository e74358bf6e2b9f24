package io.skipscope.device.opencl;

import io.skipscope.device.Bindings;
import io.skipscope.device.DeviceBuffer;
import io.skipscope.device.Event;
import io.skipscope.device.Handle;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.Launch;
import io.skipscope.device.NdRange;
import io.skipscope.device.Queue;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** An in-order queue. Copies go through direct staging memory, piece by piece. */
final class OpenClQueue extends Handle implements Queue {
  private static final Event NOTHING_DONE = () -> 0;

  /** One piece of a copy between the host and a device buffer. */
  @FunctionalInterface
  private interface Piece {
    void copy(ByteBuffer staging, long offsetBytes);
  }

  private final OpenClDevice device;
  private final ClObject raw;
  private final EventWindow window;

  OpenClQueue(OpenClDevice device, ClObject raw) {
    super(device);
    this.device = device;
    this.raw = raw;
    window = new EventWindow(device, raw);
  }

  @Override
  public Event submit(Launch launch, Bindings bindings) {
    if (!(launch instanceof KernelLaunch kernelLaunch)) {
      throw device.guard().refuse("a launch of Java loops", "a kernel launch");
    }
    synchronized (lock()) {
      requireOpen();
      return device
          .guard()
          .get(
              launch.node() + " (" + launch.kernelName() + ")",
              () -> enqueue(kernelLaunch, bindings));
    }
  }

  private Event enqueue(KernelLaunch launch, Bindings bindings) {
    NdRange range = launch.range();
    if (range.columns() == 0 || range.rows() == 0 || range.outer() == 0) {
      return NOTHING_DONE;
    }
    OpenClKernel kernel = device.kernels().get(launch.kernel());
    kernel.bind(launch, bindings);
    return window.add(kernel.enqueue(raw, range));
  }

  @Override
  public void write(DeviceBuffer target, FloatBuffer source) {
    OpenClBuffer buffer = device.own(target);
    copy(
        buffer,
        source,
        "writing a buffer",
        (staging, offsetBytes) -> {
          FloatBuffer piece = piece(source, staging);
          staging.asFloatBuffer().put(piece);
          device.cl().write(raw, buffer.raw(), offsetBytes, staging);
        });
  }

  @Override
  public void read(DeviceBuffer source, FloatBuffer target) {
    OpenClBuffer buffer = device.own(source);
    copy(
        buffer,
        target,
        "reading a buffer",
        (staging, offsetBytes) -> {
          device.cl().read(raw, buffer.raw(), offsetBytes, staging);
          piece(target, staging).put(staging.asFloatBuffer());
        });
  }

  /** Moves all remaining floats of {@code host}, as many at a time as the staging memory holds. */
  private void copy(OpenClBuffer buffer, FloatBuffer host, String work, Piece piece) {
    if ((long) host.remaining() * Float.BYTES > buffer.sizeBytes()) {
      throw device
          .guard()
          .refuse(host.remaining() + " numbers", "at most " + buffer.sizeBytes() / Float.BYTES);
    }
    synchronized (lock()) {
      requireOpen();
      buffer.requireUsable();
      ByteBuffer staging = StagingPool.borrow();
      try {
        device.guard().run(work, () -> copyPieces(host, staging, piece));
      } finally {
        StagingPool.giveBack(staging);
      }
    }
  }

  private static void copyPieces(FloatBuffer host, ByteBuffer staging, Piece piece) {
    long offsetBytes = 0;
    while (host.hasRemaining()) {
      staging.limit((int) Math.min(staging.capacity(), (long) host.remaining() * Float.BYTES));
      piece.copy(staging, offsetBytes);
      host.position(host.position() + staging.limit() / Float.BYTES);
      offsetBytes += staging.limit();
    }
  }

  private static FloatBuffer piece(FloatBuffer host, ByteBuffer staging) {
    return host.slice(host.position(), staging.limit() / Float.BYTES);
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
              } finally {
                window.settleAll();
              }
            });
  }

  int pendingEvents() {
    return window.size();
  }

  @Override
  protected void release() {
    device.forget(this);
    device.guard().run("releasing a queue", () -> device.cl().releaseQueue(raw));
  }
}
