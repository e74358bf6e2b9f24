package io.skipscope.load.pytorch;

import io.skipscope.error.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The form of torch.save since 1.6: a zip with the pickle in {@code NAME/data.pkl}, each storage in
 * {@code NAME/data/KEY}, and {@code NAME/byteorder} where the writer knew it.
 */
final class ZipCheckpoint {
  private static final String PICKLE = "data.pkl";

  private final String file;
  private final ZipFile zip;
  private final String folder;
  private final ByteOrder order;

  private ZipCheckpoint(String file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.folder = folder();
    this.order = byteOrder();
  }

  static boolean matches(byte[] head) {
    return head.length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /**
   * @param zip stays open until the storages have been read
   */
  static Checkpoint read(String file, ZipFile zip) throws IOException {
    ZipCheckpoint checkpoint = new ZipCheckpoint(file, zip);
    PickleBytes pickle = new PickleBytes(checkpoint.entry(PICKLE));
    Object root = SafeUnpickler.read(file + "!" + PICKLE, pickle, new HashMap<>());
    return new Checkpoint(root, "zip form", checkpoint::bytes);
  }

  private String folder() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
        .map(name -> name.substring(0, name.length() - PICKLE.length()))
        .findFirst()
        .orElseThrow(() -> fault("a zip without data.pkl", "a checkpoint as torch.save writes it"));
  }

  private ByteOrder byteOrder() throws IOException {
    if (zip.getEntry(folder + "byteorder") == null) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    byte[] word = new byte[Math.min(3, entry("byteorder").remaining())];
    entry("byteorder").get(word);
    return new String(word, StandardCharsets.US_ASCII).equals("big")
        ? ByteOrder.BIG_ENDIAN
        : ByteOrder.LITTLE_ENDIAN;
  }

  private ByteBuffer bytes(StorageRef storage) {
    try {
      return entry("data/" + storage.key()).order(order);
    } catch (IOException e) {
      throw fault("storage " + storage.key() + " unreadable: " + e.getMessage(), "a whole file");
    }
  }

  private ByteBuffer entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(folder + name);
    if (entry == null) {
      throw fault("a zip without " + name, "a whole checkpoint");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return ByteBuffer.wrap(in.readAllBytes());
    }
  }

  private ModelFormatException fault(String found, String expected) {
    return new ModelFormatException(file, -1, found, expected);
  }
}
