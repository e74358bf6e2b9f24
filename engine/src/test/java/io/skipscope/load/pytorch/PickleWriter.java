package io.skipscope.load.pytorch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles of protocol 2 by hand, as Python's pickle and torch.save do. */
final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PickleWriter() {
    raw(0x80, 2);
  }

  PickleWriter raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  PickleWriter op(char opcode) {
    return raw(opcode);
  }

  PickleWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').little(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  PickleWriter integer(int value) {
    return op('J').little(value);
  }

  PickleWriter global(String module, String name) {
    out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  PickleWriter integers(int... values) {
    op('(');
    for (int value : values) {
      integer(value);
    }
    return op('t');
  }

  /** A call of {@code torch._utils._rebuild_tensor_v2}. */
  PickleWriter tensor(
      String storageClass, String key, int storageCount, int offset, int[] size, int[] strides) {
    global("torch._utils", "_rebuild_tensor_v2").op('(');
    op('(').text("storage").global("torch", storageClass).text(key).text("cpu");
    integer(storageCount).op('t').op('Q');
    integer(offset).integers(size).integers(strides);
    raw(0x89);
    emptyDict();
    return op('t').op('R');
  }

  PickleWriter emptyDict() {
    return global("collections", "OrderedDict").op(')').op('R');
  }

  byte[] stop() {
    op('.');
    return out.toByteArray();
  }

  private PickleWriter little(int value) {
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }
}
