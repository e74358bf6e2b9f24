package io.skipscope.load.pytorch;

import io.skipscope.error.ModelFormatException;
import io.skipscope.load.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of torch.save before 1.6 (torch/serialization.py, {@code _legacy_save}): pickles of a
 * magic number, a protocol version, the writer's byte order, the object and the storages' keys;
 * then for each key eight bytes of count and the numbers.
 */
final class LegacyCheckpoint {
  /** A pickle of protocol 2 that begins with the magic number 0x1950a86a20f9469cfc6c. */
  private static final byte[] MAGIC = {
    (byte) 0x80,
    2,
    (byte) 0x8a,
    10,
    0x6c,
    (byte) 0xfc,
    (byte) 0x9c,
    0x46,
    (byte) 0xf9,
    0x20,
    0x6a,
    (byte) 0xa8,
    0x50,
    0x19,
    '.'
  };

  private final String file;
  private final ByteBuffer content;
  private final Map<String, ElementType> types = new HashMap<>();
  private final Map<String, ByteBuffer> storages = new HashMap<>();

  private LegacyCheckpoint(String file, byte[] content) {
    this.file = file;
    this.content = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  static boolean matches(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static Checkpoint read(String file, byte[] content) {
    return new LegacyCheckpoint(file, content).read();
  }

  private Checkpoint read() {
    PickleBytes pickles = new PickleBytes(content);
    content.position(MAGIC.length);
    Object version = next(pickles);
    Object system = next(pickles);
    if (!Integer.valueOf(1001).equals(version) || !(system instanceof Map<?, ?> info)) {
      throw fault("protocol version " + version, "1001");
    }
    if (Boolean.FALSE.equals(info.get("little_endian"))) {
      content.order(ByteOrder.BIG_ENDIAN);
    }
    Object root = next(pickles);
    if (!(next(pickles) instanceof List<?> keys)) {
      throw fault("no list of storages", "their keys");
    }
    for (Object key : keys) {
      locate(String.valueOf(key));
    }
    return new Checkpoint(root, "legacy form", this::bytes);
  }

  private Object next(PickleBytes pickles) {
    return SafeUnpickler.read(file, pickles, types);
  }

  /** Only the tensors' pickle tells how large a storage's numbers are. */
  private void locate(String key) {
    if (!types.containsKey(key)) {
      throw fault("storage " + key + " without a tensor", "storages of the tensors only");
    }
    int elementBytes = types.get(key).sizeBytes();
    long count = content.remaining() < Long.BYTES ? -1 : content.getLong();
    if (count < 0 || count > content.remaining() / elementBytes) {
      throw fault(
          content.remaining() + " bytes for storage " + key, "its numbers; the file is truncated");
    }
    int sizeBytes = (int) count * elementBytes;
    storages.put(key, content.slice(content.position(), sizeBytes).order(content.order()));
    content.position(content.position() + sizeBytes);
  }

  private ByteBuffer bytes(StorageRef storage) {
    ByteBuffer bytes = storages.get(storage.key());
    if (bytes == null) {
      throw fault("no storage " + storage.key(), "the numbers of every tensor");
    }
    return bytes;
  }

  private ModelFormatException fault(String found, String expected) {
    return new ModelFormatException(file, content.position(), found, expected);
  }
}
