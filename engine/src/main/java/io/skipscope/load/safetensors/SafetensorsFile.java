package io.skipscope.load.safetensors;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.error.ModelFormatException;
import io.skipscope.job.AtomicFile;
import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors and texts in a safetensors file: eight bytes of little-endian header length, a JSON
 * header, the numbers (https://github.com/huggingface/safetensors, section Format).
 *
 * @param tensors by name, in the order of their bytes; F16, BF16 and F64 as float32; tensors of
 *     integers, such as batch norm's counters, are left out
 * @param metadata the texts under {@code __metadata__}
 */
public record SafetensorsFile(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final long MAX_HEADER_BYTES = 100_000_000;
  private static final int LENGTH_BYTES = 8;

  public SafetensorsFile {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * @throws InputException if the file cannot be read
   * @throws ModelFormatException if its content is at fault: truncated, overlapping, misshaped
   */
  public static SafetensorsFile read(Path file, Job job) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long sizeBytes = Files.size(file);
      byte[] text = exactly(in, headerBytes(file, in, sizeBytes));
      SafetensorsHeader header =
          SafetensorsHeader.parse(file.toString(), text, sizeBytes - LENGTH_BYTES - text.length);
      return new SafetensorsFile(tensors(in, header, job), header.metadata());
    } catch (EOFException e) {
      throw new ModelFormatException(
          file.toString(), -1, "fewer bytes than its size", "a file that nobody is writing", e);
    } catch (IOException e) {
      throw new InputException(file.toString(), IoReason.of(e), "a safetensors file", e);
    }
  }

  private static int headerBytes(Path file, InputStream in, long sizeBytes) throws IOException {
    if (sizeBytes < LENGTH_BYTES) {
      throw new ModelFormatException(
          file.toString(), 0, sizeBytes + " bytes", "8 bytes of header length, a header and data");
    }
    long length = littleEndian(exactly(in, LENGTH_BYTES)).getLong();
    if (length < 2 || length > Math.min(MAX_HEADER_BYTES, sizeBytes - LENGTH_BYTES)) {
      throw new ModelFormatException(
          file.toString(),
          0,
          "header length " + Long.toUnsignedString(length),
          "2 to " + (sizeBytes - LENGTH_BYTES) + "; the file is truncated or no safetensors");
    }
    return (int) length;
  }

  private static Map<String, Tensor> tensors(InputStream in, SafetensorsHeader header, Job job)
      throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    long total = header.entries().size();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      job.progress("Reading weights", tensors.size(), total);
      if (!entry.type().isFloatingPoint()) {
        in.skipNBytes(entry.end() - entry.begin());
        continue;
      }
      int count = entry.shape().elementCount();
      ByteBuffer bytes = littleEndian(exactly(in, Math.toIntExact(entry.end() - entry.begin())));
      tensors.put(entry.name(), new Tensor(entry.shape(), entry.type().decode(bytes, count)));
    }
    return tensors;
  }

  /**
   * Writes the file as F32, completely or not at all.
   *
   * @throws InputException if it cannot be written
   */
  public void write(Path file) {
    AtomicFile.write(file, out -> new SafetensorsWriter(out).write(this));
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
