package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.skipscope.error.IoReason;
import io.skipscope.error.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads the bytes of tensors that lie in files beside the model (ONNX's external data).
 *
 * @param model the model file, whose folder holds all of them
 */
record ExternalData(Path model) {
  /**
   * @param sizeBytes as the tensor's shape and type ask for
   * @throws ModelFormatException if the location leaves the model's folder, is missing or too
   *     short, or the tensor too large
   */
  ByteBuffer read(TensorProto tensor, long sizeBytes) {
    String location = entry(tensor, "location", "");
    long offset = number(tensor, "offset", 0);
    long length = number(tensor, "length", sizeBytes);
    if (offset < 0 || length != sizeBytes) {
      throw malformed(
          tensor, length + " bytes from " + offset + " of external data", sizeBytes + " bytes");
    }
    if (length > Integer.MAX_VALUE) {
      throw malformed(tensor, length + " bytes of external data", "at most 2 GiB in one tensor");
    }
    Path file = resolve(tensor, location);
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() - length < offset) {
        throw new ModelFormatException(
            file.toString(),
            channel.size(),
            "the end of the file",
            length + " bytes from byte " + offset + " for tensor " + tensor.getName());
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) length);
      int count = 0;
      while (bytes.hasRemaining() && count >= 0) {
        count = channel.read(bytes, offset + bytes.position());
      }
      return bytes.flip();
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(),
          -1,
          "that it cannot be read (" + IoReason.of(e) + ")",
          "a readable file",
          e);
    }
  }

  /** A model from elsewhere must not make us read other files of the user. */
  private Path resolve(TensorProto tensor, String location) {
    Path folder = model.toAbsolutePath().normalize().getParent();
    try {
      Path file = folder.resolve(location).normalize();
      boolean inside = !location.isEmpty() && file.startsWith(folder);
      if (inside && !Files.isRegularFile(file)) {
        throw malformed(tensor, "no file " + location, "the model's external data beside it");
      }
      if (inside && file.toRealPath().startsWith(folder.toRealPath())) {
        return file;
      }
    } catch (InvalidPathException | IOException e) {
      throw malformed(tensor, "external data at " + location, "a readable file of that name");
    }
    throw malformed(
        tensor, "external data at " + location, "a file inside of the model's own folder");
  }

  private static String entry(TensorProto tensor, String key, String fallback) {
    return tensor.getExternalDataList().stream()
        .filter(e -> e.getKey().equals(key))
        .map(StringStringEntryProto::getValue)
        .findFirst()
        .orElse(fallback);
  }

  private long number(TensorProto tensor, String key, long fallback) {
    String text = entry(tensor, key, "");
    try {
      return text.isEmpty() ? fallback : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw malformed(tensor, "external data with " + key + " " + text, "a number of bytes");
    }
  }

  private ModelFormatException malformed(TensorProto tensor, String found, String expected) {
    return new ModelFormatException(model + ", tensor " + tensor.getName(), -1, found, expected);
  }
}
