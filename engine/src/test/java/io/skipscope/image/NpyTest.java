package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.SkipscopeException;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
  @TempDir Path folder;

  @Property(tries = 50)
  void whatIsWrittenIsRead(@ForAll @Size(max = 5) List<@IntRange(max = 5) Integer> extents)
      throws IOException {
    Path file = Files.createTempFile("skipscope", ".npy");
    Tensor tensor = ramp(Shape.of(extents.stream().mapToInt(i -> i).toArray()));
    Npy.write(file, tensor);
    Tensor back = Npy.read(file);
    assertEquals(tensor.shape(), back.shape());
    assertArrayEquals(tensor.data(), back.data());
    Files.delete(file);
  }

  @Test
  void largeArraysCrossTheBuffersBorders() {
    Path file = folder.resolve("a.npy");
    Tensor tensor = ramp(Shape.of(3, 16384, 2));
    Npy.write(file, tensor);
    assertArrayEquals(tensor.data(), Npy.read(file).data());
  }

  /** The bytes that NumPy 2.4 writes for arange(6, dtype="f4").reshape(1, 2, 3). */
  @Test
  void bytesAreThoseOfNumPy() throws IOException {
    Path file = folder.resolve("a.npy");
    Npy.write(file, ramp(Shape.of(1, 2, 3)));
    String numPy =
        "934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f72"
            + "646572273a2046616c73652c20277368617065273a2028312c20322c2033292c207d20202020"
            + "2020202020202020202020202020202020202020202020202020202020202020202020202020"
            + "202020202020202020202020200a000000000000803f0000004000004040000080400000a040";
    assertEquals(numPy, HexFormat.of().formatHex(Files.readAllBytes(file)));
  }

  @Test
  void doublesAndIntegersAreWrittenToo() {
    Path file = folder.resolve("a.npy");
    Npy.write(file, Shape.of(3), new double[] {1.5, -2, 1e30});
    assertArrayEquals(new float[] {1.5f, -2, 1e30f}, Npy.read(file).data());
    Npy.write(file, Shape.of(2, 1), new int[] {7, -8});
    assertArrayEquals(new float[] {7, -8}, Npy.read(file).data());
  }

  @ParameterizedTest
  @CsvSource({
    "<f4, 0000c03f, 1.5",
    ">f4, 3fc00000, 1.5",
    "<f8, 000000000000f8bf, -1.5",
    "<f2, 003e, 1.5",
    "<f2, 0180, -5.9604645e-8",
    "|i1, ff, -1",
    "|u1, ff, 255",
    "<i2, feff, -2",
    "<u2, feff, 65534",
    "<i4, feffffff, -2",
    ">i8, fffffffffffffffe, -2",
    "<u4, 00000080, 2147483648",
    "|b1, 01, 1"
  })
  void realTypesAreConverted(String descr, String hex, float value) {
    byte[] file = file(1, header(descr, "False", "(1,)"), HexFormat.of().parseHex(hex));
    assertArrayEquals(new float[] {value}, Npy.read(file, "a.npy").data());
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void allVersionsAreRead(int version) {
    byte[] file = file(version, header("<f4", "False", "()"), new byte[4]);
    assertEquals(Shape.of(), Npy.read(file, "a.npy").shape());
  }

  @Test
  void missingFile() {
    Path file = folder.resolve("none.npy");
    assertLine(
        file + ": found no such file, expected an .npy file; check the path", () -> Npy.read(file));
  }

  @Test
  void otherFile() {
    assertBad(
        "a.npy at byte 0: found no NPY file, expected the bytes \\x93NUMPY; save it with numpy.save",
        "PK and more than twelve".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void unknownVersion() {
    assertBad(
        "a.npy at byte 6: found NPY version 9, expected version 1, 2 or 3",
        file(9, header("<f4", "False", "()"), new byte[4]));
  }

  @Test
  void cutInsideTheHeader() {
    byte[] file = file(1, header("<f4", "False", "(2, 3)"), new byte[24]);
    assertBad(
        "a.npy at byte 20: found the end inside the header, expected a header of 58 bytes",
        Arrays.copyOf(file, 20));
  }

  @Test
  void cutInsideTheNumbers() {
    byte[] file = file(1, header("<f4", "False", "(2, 3)"), new byte[23]);
    assertBad(
        "a.npy at byte 68: found 23 bytes of numbers, expected 24 bytes for shape 2x3; save the"
            + " array again",
        file);
  }

  @Test
  void fortranOrder() {
    assertBad(
        "a.npy at byte 10: found Fortran order, expected C order; save numpy.ascontiguousarray(x)",
        file(1, header("<f4", "True", "(2, 3)"), new byte[24]));
  }

  @Test
  void texts() {
    assertBad(
        "a.npy: found numbers of type <U7, expected a real type such as <f4 (float32)",
        file(1, header("<U7", "False", "(1,)"), new byte[28]));
  }

  @Test
  void tooManyElements() {
    assertBad(
        "a.npy at byte 10: found the shape (70000,70000), expected at most 2^31 - 1 elements",
        file(1, header("<f4", "False", "(70000, 70000)"), new byte[8]));
  }

  @Test
  void inputsMustBeFloat32() {
    Path file = folder.resolve("a.npy");
    Npy.write(file, Shape.of(1, 1, 1, 1), new double[1]);
    assertLine(
        file + ": found numbers of type <f8, expected <f4 (float32); save x.astype(numpy.float32)",
        () -> Npy.readInput(file));
  }

  @Test
  void inputsMustHaveFourAxes() {
    Path file = folder.resolve("a.npy");
    Npy.write(file, ramp(Shape.of(3, 2, 2)));
    assertLine(
        file
            + ": found an array of shape 3x2x2, expected batch x channels x height x width; add axes"
            + " with x[None]",
        () -> Npy.readInput(file));
  }

  @Test
  void inputsMustBeFinite() {
    Path file = folder.resolve("a.npy");
    Npy.write(file, new Tensor(Shape.of(1, 1, 1, 2), new float[] {0, Float.NaN}));
    assertLine(
        file + ": found NaN at element 1, expected finite numbers only", () -> Npy.readInput(file));
  }

  private static void assertBad(String line, byte[] content) {
    assertLine(line, () -> Npy.read(content, "a.npy"));
  }

  private static void assertLine(String line, Runnable reading) {
    assertEquals(line, assertThrows(SkipscopeException.class, reading::run).getMessage());
  }

  private static Tensor ramp(Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = i;
    }
    return tensor;
  }

  private static String header(String descr, String fortran, String shape) {
    return "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + "}\n";
  }

  private static byte[] file(int version, String header, byte[] numbers) {
    int start = version == 1 ? 10 : 12;
    ByteBuffer out =
        ByteBuffer.allocate(start + header.length() + numbers.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      out.putShort((short) header.length());
    } else {
      out.putInt(header.length());
    }
    return out.put(header.getBytes(StandardCharsets.US_ASCII)).put(numbers).array();
  }
}
