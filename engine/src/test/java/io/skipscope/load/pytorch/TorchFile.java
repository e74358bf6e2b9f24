package io.skipscope.load.pytorch;

import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes checkpoints in both forms of torch.save. */
final class TorchFile {
  private final PickleWriter pickle = new PickleWriter();
  private final Map<String, byte[]> storages = new LinkedHashMap<>();
  private final ByteOrder order;

  private TorchFile(ByteOrder order) {
    this.order = order;
  }

  /** A state dict of float tensors, each with its own storage. */
  static TorchFile stateDict(Map<String, Tensor> tensors, String prefix, String wrapper) {
    return stateDict(tensors, prefix, wrapper, ByteOrder.LITTLE_ENDIAN);
  }

  static TorchFile stateDict(
      Map<String, Tensor> tensors, String prefix, String wrapper, ByteOrder order) {
    TorchFile file = new TorchFile(order);
    PickleWriter p = file.pickle;
    if (wrapper != null) {
      p.op('}').op('(').text("epoch").integer(3).text(wrapper);
    }
    p.emptyDict().op('(');
    tensors.forEach((name, tensor) -> file.floats(prefix + name, tensor));
    p.text(prefix + "bn1.num_batches_tracked");
    p.tensor("LongStorage", "count", 1, 0, new int[0], new int[0]);
    file.storages.put("count", new byte[8]);
    p.op('u');
    p.op('}').text("_metadata").integer(1).op('s').op('b');
    if (wrapper != null) {
      p.op('u');
    }
    return file;
  }

  static TorchFile of(Consumer<TorchFile> content) {
    TorchFile file = new TorchFile(ByteOrder.LITTLE_ENDIAN);
    content.accept(file);
    return file;
  }

  PickleWriter pickle() {
    return pickle;
  }

  TorchFile storage(String key, byte[] bytes) {
    storages.put(key, bytes);
    return this;
  }

  private void floats(String name, Tensor tensor) {
    int[] size = tensor.shape().toArray();
    int[] strides = new int[size.length];
    int step = 1;
    for (int axis = size.length - 1; axis >= 0; axis--) {
      strides[axis] = step;
      step *= size[axis];
    }
    String key = String.valueOf(storages.size());
    ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.data().length).order(order);
    bytes.asFloatBuffer().put(tensor.data());
    storages.put(key, bytes.array());
    pickle.text(name).tensor("FloatStorage", key, tensor.data().length, 0, size, strides);
  }

  Path writeZip(Path file) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      store(zip, "archive/data.pkl", pickle.stop());
      if (order == ByteOrder.BIG_ENDIAN) {
        store(zip, "archive/byteorder", "big".getBytes());
      }
      for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
        store(zip, "archive/data/" + storage.getKey(), storage.getValue());
      }
      store(zip, "archive/version", "3\n".getBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /**
   * @param elementBytes by storage, 4 where it is not named
   */
  Path writeLegacy(Path file, Map<String, Integer> elementBytes) {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          new PickleWriter()
              .raw(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
              .stop());
      out.write(new PickleWriter().integer(1001).stop());
      out.write(new PickleWriter().op('}').op('(').text("little_endian").raw(0x88).op('u').stop());
      out.write(pickle.stop());
      PickleWriter keys = new PickleWriter().op(']').op('(');
      storages.keySet().forEach(keys::text);
      out.write(keys.op('e').stop());
      for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
        int size = elementBytes.getOrDefault(storage.getKey(), 4);
        ByteBuffer count = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.write(count.putLong(storage.getValue().length / size).array());
        out.write(storage.getValue());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
