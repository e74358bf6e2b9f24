package io.skipscope.device.opencl;

import io.skipscope.device.Download;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.StoredNumbers;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The copies to the host that are under way in an in-order queue, each in staging memory of its
 * own.
 *
 * <p>When one has arrived, so has all that was uploaded before it: it gives that staging memory
 * back too, so that a queue that always has work need not be waited for. Used under the device's
 * lock.
 */
final class DownloadWindow {
  private final OpenClDevice device;
  private final ClObject queue;
  private final UploadStaging uploads;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final HeldEvents ended;

  /**
   * @param uploads of the same queue
   */
  DownloadWindow(OpenClDevice device, ClObject queue, UploadStaging uploads) {
    this.device = device;
    this.queue = queue;
    this.uploads = uploads;
    ended = new HeldEvents(device.cl());
  }

  /** Copies as many floats as remain in {@code target}, and steps over them. */
  Download start(ClObject source, FloatBuffer target, DataType type) {
    ended.releaseUnheld();
    Pending download = new Pending(type, uploads.handOver());
    pending.add(download);
    long offsetBytes = 0;
    while (target.hasRemaining()) {
      FloatBuffer piece = OpenClQueue.piece(target, type);
      download.enqueue(source, offsetBytes, piece);
      offsetBytes += OpenClQueue.advance(target, piece, type);
    }
    device.cl().flush(queue);
    return download;
  }

  int size() {
    return pending.size();
  }

  /** Waits for everything, and releases the native events. */
  void settleAll() {
    try {
      if (!pending.isEmpty()) {
        settleThrough(pending.getLast());
      }
    } finally {
      ended.releaseAll();
    }
  }

  /** Waits for every one up to {@code last}, also those behind one that fails. */
  private void settleThrough(Pending last) {
    while (!last.settled) {
      try {
        pending.remove().settle();
      } catch (ClException e) {
        settleThrough(last);
        throw e;
      }
    }
  }

  /** Numbers in staging memory, and where they go from there. */
  private record Piece(ByteBuffer staging, FloatBuffer target) {}

  private final class Pending implements Download {
    private final DataType type;
    private final ByteBuffer uploaded;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<ClObject> events = new ArrayDeque<>();
    private boolean settled;
    private boolean arrived;
    private boolean decoded;

    /**
     * @param uploaded staging memory of uploads before, or null
     */
    Pending(DataType type, ByteBuffer uploaded) {
      this.type = type;
      this.uploaded = uploaded;
    }

    void enqueue(ClObject source, long offsetBytes, FloatBuffer target) {
      ByteBuffer staging = StagingPool.borrow();
      pieces.add(new Piece(staging, target));
      staging.limit(target.remaining() * type.sizeBytes());
      events.add(device.cl().startRead(queue, source, offsetBytes, staging));
    }

    @Override
    public boolean isDone() {
      synchronized (device.callLock()) {
        return settled;
      }
    }

    @Override
    public void await() {
      synchronized (device.callLock()) {
        waitUntilSettled();
        if (decoded) {
          return;
        }
        if (!arrived) {
          throw device.guard().refuse("a copy that did not arrive", "the numbers; run it again");
        }
        pieces.forEach(piece -> StoredNumbers.decode(piece.staging, type, piece.target));
        decoded = true;
        forgetPieces();
      }
    }

    @Override
    public void close() {
      synchronized (device.callLock()) {
        try {
          waitUntilSettled();
        } finally {
          arrived = false;
          forgetPieces();
        }
      }
    }

    private void waitUntilSettled() {
      if (!settled) {
        device.guard().run("reading a buffer", () -> settleThrough(this));
      }
    }

    private void settle() {
      settled = true;
      try {
        if (!events.isEmpty()) {
          device.cl().waitFor(events.getLast());
        }
        arrived = true;
        if (uploaded != null) {
          StagingPool.giveBack(uploaded);
        }
      } finally {
        if (!arrived) {
          lose();
        }
        ended.add(events);
        events.clear();
      }
    }

    /** The driver may still read and write there. */
    private void lose() {
      pieces.forEach(piece -> StagingPool.lose(piece.staging));
      pieces.clear();
      if (uploaded != null) {
        StagingPool.lose(uploaded);
      }
    }

    private void forgetPieces() {
      pieces.forEach(piece -> StagingPool.giveBack(piece.staging));
      pieces.clear();
    }
  }
}
