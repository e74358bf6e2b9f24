package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.skipscope.error.SkipscopeException;
import io.skipscope.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.commons.imaging.ImageFormats;
import org.apache.commons.imaging.Imaging;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with random damage are read or refused in one line, and never anything else. */
class FuzzedFilesTest {
  private static final int TRIES = 150;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void damagedPictures(String format) throws IOException {
    damage(
        PictureFiles.encode(PictureFiles.noise(24, 17), format),
        bytes -> Pictures.read(bytes, "a." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PCX", "PNM", "ICO", "DCX", "WBMP", "XBM", "XPM", "ICNS"})
  void damagedPicturesOfRareFormats(ImageFormats format) throws IOException {
    BufferedImage image = PictureFiles.quadrants(16, 16, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Imaging.writeImage(image, out, format);
    damage(out.toByteArray(), bytes -> Pictures.read(bytes, "a." + format.getDefaultExtension()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp", "alpha.webp", "cmyk.jpg"})
  void damagedPicturesOfOtherPrograms(String name) throws IOException {
    damage(PictureFiles.resource(name), bytes -> Pictures.read(bytes, name));
  }

  @Test
  void damagedExif() throws IOException {
    byte[] jpeg =
        PictureFiles.jpeg(PictureFiles.quadrants(16, 16, BufferedImage.TYPE_INT_RGB), false);
    damage(PictureFiles.withOrientation(jpeg, 6), bytes -> Pictures.read(bytes, "a.jpg"));
  }

  @Test
  void damagedArrays() {
    byte[] npy = NpyHeader.bytes("<f4", Shape.of());
    damage(Arrays.copyOf(npy, npy.length + 4), bytes -> Npy.read(bytes, "a.npy"));
  }

  private static void damage(byte[] whole, Consumer<byte[]> reader) {
    reader.accept(whole);
    Random random = new Random(whole.length);
    Assertions.assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int i = 0; i < TRIES; i++) {
            readOrRefuse(damaged(whole, random), reader);
          }
        });
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int k = random.nextInt(6); k >= 0; k--) {
      int reach = random.nextBoolean() ? Math.min(80, bytes.length) : bytes.length;
      bytes[random.nextInt(reach)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static void readOrRefuse(byte[] bytes, Consumer<byte[]> reader) {
    try {
      reader.accept(bytes);
    } catch (SkipscopeException e) {
      assertEquals(1, e.getMessage().lines().count());
      assertFalse(List.of(e.found(), e.expected()).contains(""), e.getMessage());
    }
  }
}
