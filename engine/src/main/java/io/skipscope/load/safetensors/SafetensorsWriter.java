package io.skipscope.load.safetensors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/** Writes header and numbers to a stream; the caller closes it. */
final class SafetensorsWriter {
  private static final int ALIGNMENT_BYTES = 8;
  private static final int CHUNK_FLOATS = 1 << 14;

  private final OutputStream out;

  SafetensorsWriter(OutputStream out) {
    this.out = out;
  }

  void write(SafetensorsFile file) throws IOException {
    byte[] header = padded(new ObjectMapper().writeValueAsBytes(header(file)));
    out.write(littleEndian(Long.BYTES).putLong(header.length).array());
    out.write(header);
    for (Tensor tensor : file.tensors().values()) {
      writeNumbers(tensor.data());
    }
  }

  private static ObjectNode header(SafetensorsFile file) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ObjectNode metadata = root.putObject("__metadata__");
    file.metadata().forEach(metadata::put);
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : file.tensors().entrySet()) {
      ObjectNode node = root.putObject(entry.getKey()).put("dtype", "F32");
      ArrayNode shape = node.putArray("shape");
      Arrays.stream(entry.getValue().shape().toArray()).forEach(shape::add);
      long end = offset + (long) Float.BYTES * entry.getValue().data().length;
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    return root;
  }

  /** Filled up with spaces, so that the numbers start at a multiple of eight bytes. */
  private static byte[] padded(byte[] header) {
    int length = (header.length + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
    byte[] padded = Arrays.copyOf(header, length);
    Arrays.fill(padded, header.length, length, (byte) ' ');
    return padded;
  }

  private void writeNumbers(float[] numbers) throws IOException {
    ByteBuffer chunk = littleEndian(Float.BYTES * Math.min(numbers.length, CHUNK_FLOATS));
    for (int begin = 0; begin < numbers.length; begin += CHUNK_FLOATS) {
      int count = Math.min(numbers.length - begin, CHUNK_FLOATS);
      chunk.asFloatBuffer().put(numbers, begin, count);
      out.write(chunk.array(), 0, Float.BYTES * count);
    }
  }

  private static ByteBuffer littleEndian(int sizeBytes) {
    return ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
