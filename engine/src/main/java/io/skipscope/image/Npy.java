package io.skipscope.image;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.error.ModelFormatException;
import io.skipscope.job.AtomicFile;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * NumPy's NPY files: reads numbers of any real type in C order, writes float32, float64 and int32.
 *
 * <p>Format: numpy.lib.format, versions 1 to 3. Any thread.
 */
public final class Npy {
  private static final int CHUNK_NUMBERS = 16384;

  private Npy() {}

  /**
   * Reads an array of any rank; numbers of other types are converted to float32.
   *
   * @throws InputException if there is no such file
   * @throws ModelFormatException if it is no NPY file, is cut off, or is in Fortran order
   */
  public static Tensor read(Path file) {
    return parse(bytesOf(file), file.toString(), false);
  }

  /** As {@link #read(Path)}, from memory. */
  public static Tensor read(byte[] content, String name) {
    return parse(content, name, false);
  }

  /**
   * Reads what is fed to a model as it is: float32, [batch, channels, height, width].
   *
   * @throws ModelFormatException if the numbers are of another type; otherwise as {@link
   *     #read(Path)}
   * @throws InputException if the rank is not 4 or a number is NaN or infinite
   */
  public static Tensor readInput(Path file) {
    Tensor tensor = parse(bytesOf(file), file.toString(), true);
    if (tensor.shape().rank() != 4) {
      throw new InputException(
          file.toString(),
          "an array of shape " + tensor.shape(),
          "batch x channels x height x width; add axes with x[None]");
    }
    for (int i = 0; i < tensor.data().length; i++) {
      if (!Float.isFinite(tensor.data()[i])) {
        throw new InputException(
            file.toString(), tensor.data()[i] + " at element " + i, "finite numbers only");
      }
    }
    return tensor;
  }

  /** Writes float32, completely or not at all. */
  public static void write(Path file, Tensor tensor) {
    float[] data = tensor.data();
    write(file, "<f4", tensor.shape(), Float.BYTES, (out, i) -> out.putFloat(data[i]));
  }

  /** Writes float64, completely or not at all. */
  public static void write(Path file, Shape shape, double[] data) {
    write(file, "<f8", shape, Double.BYTES, (out, i) -> out.putDouble(data[i]));
  }

  /** Writes int32, completely or not at all. */
  public static void write(Path file, Shape shape, int[] data) {
    write(file, "<i4", shape, Integer.BYTES, (out, i) -> out.putInt(data[i]));
  }

  @FunctionalInterface
  private interface NumberWriter {
    void put(ByteBuffer out, int index);
  }

  private static void write(
      Path file, String descr, Shape shape, int sizeBytes, NumberWriter numbers) {
    AtomicFile.write(
        file,
        out -> {
          out.write(NpyHeader.bytes(descr, shape));
          writeNumbers(out, shape.elementCount(), sizeBytes, numbers);
        });
  }

  private static void writeNumbers(OutputStream out, int count, int sizeBytes, NumberWriter numbers)
      throws IOException {
    ByteBuffer chunk =
        ByteBuffer.allocate(CHUNK_NUMBERS * sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      numbers.put(chunk, i);
      if (!chunk.hasRemaining() || i == count - 1) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
    }
  }

  private static Tensor parse(byte[] content, String name, boolean float32Only) {
    NpyHeader header = NpyHeader.parse(content, name);
    NpyType type = NpyType.of(header.descr(), name);
    if (float32Only && type.kind() != NpyType.Kind.FLOAT32) {
      throw new ModelFormatException(
          name,
          -1,
          "numbers of type " + header.descr(),
          "<f4 (float32); save x.astype(numpy.float32)");
    }
    int count = header.shape().elementCount();
    long expectedBytes = (long) count * type.sizeBytes();
    if (content.length - header.dataOffset() != expectedBytes) {
      throw new ModelFormatException(
          name,
          header.dataOffset(),
          content.length - header.dataOffset() + " bytes of numbers",
          expectedBytes + " bytes for shape " + header.shape() + "; save the array again");
    }
    ByteBuffer numbers =
        ByteBuffer.wrap(content, header.dataOffset(), (int) expectedBytes).order(type.order());
    float[] data = new float[count];
    for (int i = 0; i < count; i++) {
      data[i] = type.next(numbers);
    }
    return new Tensor(header.shape(), data);
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new InputException(file.toString(), "no such file", "an .npy file; check the path", e);
    } catch (IOException | OutOfMemoryError e) {
      String reason = e instanceof IOException io ? IoReason.of(io) : "larger than memory";
      throw new InputException(
          file.toString(), "that it cannot be read (" + reason + ")", "an .npy file", e);
    }
  }
}
