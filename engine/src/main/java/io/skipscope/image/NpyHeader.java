package io.skipscope.image;

import io.skipscope.error.ModelFormatException;
import io.skipscope.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an NPY file, versions 1 to 3 (numpy.lib.format).
 *
 * @param descr NumPy's name of the number type, such as {@code <f4}
 * @param dataOffset bytes before the first number
 */
record NpyHeader(String descr, Shape shape, int dataOffset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");

  /**
   * @throws ModelFormatException if this is no NPY head, or one of numbers in Fortran order
   */
  static NpyHeader parse(byte[] content, String name) {
    if (content.length < 12 || !Arrays.equals(MAGIC, 0, 6, content, 0, 6)) {
      throw new ModelFormatException(
          name, 0, "no NPY file", "the bytes \\x93NUMPY; save it with numpy.save");
    }
    int version = content[6];
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int start = version == 1 ? 10 : 12;
    int length = version == 1 ? bytes.getShort(8) & 0xFFFF : bytes.getInt(8);
    if (version < 1 || version > 3) {
      throw new ModelFormatException(name, 6, "NPY version " + version, "version 1, 2 or 3");
    }
    if (length < 0 || length > content.length - start) {
      throw new ModelFormatException(
          name, content.length, "the end inside the header", "a header of " + length + " bytes");
    }
    String text = new String(content, start, length, StandardCharsets.UTF_8);
    if (find(ORDER, text, name).equals("True")) {
      throw new ModelFormatException(
          name, start, "Fortran order", "C order; save numpy.ascontiguousarray(x)");
    }
    return new NpyHeader(find(DESCR, text, name), shape(text, name), start + length);
  }

  private static String find(Pattern pattern, String text, String name) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new ModelFormatException(
          name,
          10,
          "the header " + text.strip(),
          "a plain array with 'descr', 'fortran_order' and 'shape'");
    }
    return matcher.group(1);
  }

  private static Shape shape(String text, String name) {
    String inner = find(SHAPE, text, name).replaceAll("\\s", "");
    if (inner.isEmpty()) {
      return Shape.of();
    }
    try {
      return Shape.of(Arrays.stream(inner.split(",")).mapToInt(Integer::parseInt).toArray());
    } catch (RuntimeException e) {
      throw new ModelFormatException(
          name, 10, "the shape (" + inner + ")", "at most 2^31 - 1 elements", e);
    }
  }

  /** Version 1 bytes, padded so that the numbers start at a multiple of 64. */
  static byte[] bytes(String descr, Shape shape) {
    StringBuilder extents = new StringBuilder();
    for (int extent : shape.toArray()) {
      extents.append(extent).append(shape.rank() == 1 ? "," : ", ");
    }
    if (shape.rank() > 1) {
      extents.setLength(extents.length() - 2);
    }
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(descr, extents);
    int total = (10 + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String padded = text + " ".repeat(total - 10 - text.length() - 1) + "\n";
    return ByteBuffer.allocate(total)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
