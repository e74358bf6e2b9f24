package io.skipscope.load.pytorch;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A buffer as a stream that can say where it is and how much is left. */
final class PickleBytes extends InputStream {
  private final ByteBuffer bytes;

  PickleBytes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (!bytes.hasRemaining()) {
      return length == 0 ? 0 : -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  int position() {
    return bytes.position();
  }

  /** Whether a text or number that starts with its own length could be there in full. */
  boolean holdsItsLength(int lengthBytes) {
    if (bytes.remaining() < lengthBytes) {
      return false;
    }
    ByteBuffer ahead = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long length = lengthBytes == Integer.BYTES ? ahead.getInt() : ahead.getLong();
    return length >= 0 && length <= ahead.remaining();
  }
}
