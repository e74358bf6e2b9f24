package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.SkipscopeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad picture files, and the exact line that each gives. */
class BadPicturesTest {
  private static final String COMPLETE =
      ", expected a complete picture; open it in another program and save it again";

  @TempDir Path folder;

  @Test
  void missingFile() {
    Path file = folder.resolve("none.png");
    assertLine(file + ": found no such file, expected a picture file; check the path", file);
  }

  @Test
  void folderInsteadOfFile() {
    assertLine(folder + ": found a folder, expected a picture file", folder);
  }

  @Test
  void emptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("a.png"));
    assertLine(file + ": found an empty file, expected a picture", file);
  }

  @Test
  void textFile() {
    assertLine(
        "a.png at byte 0: found no picture (first bytes 68 65 6c 6c 6f 20 77 6f), expected PNG,"
            + " JPEG, WebP, GIF, BMP, TIFF or another format that Commons Imaging reads",
        "hello world".getBytes(StandardCharsets.US_ASCII),
        "a.png");
  }

  @Test
  void singleByte() {
    assertLine(
        "a at byte 0: found no picture (first bytes 00), expected PNG, JPEG, WebP, GIF, BMP, TIFF or another"
            + " format that Commons Imaging reads",
        new byte[1],
        "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void truncatedFile(String format) throws IOException {
    byte[] whole = PictureFiles.encode(PictureFiles.noise(64, 64), format);
    for (int share = 2; share <= 9; share++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * share / 10);
      SkipscopeException failure =
          assertThrows(SkipscopeException.class, () -> Pictures.read(cut, "cut." + format));
      String line = failure.getMessage();
      assertTrue(line.startsWith("cut." + format + ": found a damaged, truncated or"), line);
      assertTrue(line.endsWith(COMPLETE), line);
      assertEquals(1, line.lines().count());
    }
  }

  @Test
  void truncatedWebp() throws IOException {
    byte[] whole = PictureFiles.resource("lossy.webp");
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    String line =
        assertThrows(SkipscopeException.class, () -> Pictures.read(cut, "cut.webp")).getMessage();
    assertTrue(line.startsWith("cut.webp: found a damaged, truncated or unsupported WEBP"), line);
  }

  @Test
  void headerThatClaimsTooMuchIsRefusedBeforeAllocation() throws IOException {
    byte[] png = PictureFiles.encode(PictureFiles.noise(64, 64), "png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertLine(
        "big.png: found a picture of 60000x60000 pixels, expected 1 to 100 million pixels",
        png,
        "big.png");
  }

  @Test
  void bmpThatClaimsTooMuch() throws IOException {
    byte[] bmp = PictureFiles.encode(PictureFiles.noise(64, 64), "bmp");
    bmp[20] = 0x7F;
    bmp[24] = 0x7F;
    assertTrue(
        assertThrows(SkipscopeException.class, () -> Pictures.read(bmp, "big.bmp"))
            .getMessage()
            .endsWith("expected 1 to 100 million pixels"));
  }

  @Test
  void jpegWithoutPicture() {
    assertTrue(
        assertThrows(
                SkipscopeException.class,
                () -> Pictures.read(new byte[] {-1, (byte) 0xD8, -1, (byte) 0xD9}, "a.jpg"))
            .getMessage()
            .startsWith("a.jpg: found a damaged, truncated or unsupported JPEG picture ("));
  }

  @Test
  void damagedPngChunk() throws IOException {
    byte[] png = PictureFiles.encode(PictureFiles.noise(64, 64), "png");
    Arrays.fill(png, 60, 200, (byte) 0x55);
    assertTrue(
        assertThrows(SkipscopeException.class, () -> Pictures.read(png, "a.png"))
            .getMessage()
            .startsWith("a.png: found a damaged, truncated or unsupported PNG picture ("));
  }

  private static void assertLine(String line, Path file) {
    assertEquals(
        line, assertThrows(SkipscopeException.class, () -> Pictures.read(file)).getMessage());
  }

  private static void assertLine(String line, byte[] content, String name) {
    assertEquals(
        line,
        assertThrows(SkipscopeException.class, () -> Pictures.read(content, name)).getMessage());
  }
}
