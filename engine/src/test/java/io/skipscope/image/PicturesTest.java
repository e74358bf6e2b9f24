package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static final BufferedImage RGB =
      PictureFiles.quadrants(32, 32, BufferedImage.TYPE_INT_RGB);

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void losslessFormatsKeepEveryPixel(String format) throws IOException {
    assertQuadrants(Pictures.read(PictureFiles.encode(RGB, format), "a." + format), 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void jpegPixelsAreThoseOfTheJdkReader(boolean progressive) throws IOException {
    byte[] file = PictureFiles.jpeg(PictureFiles.noise(61, 43), progressive);
    Picture picture = Pictures.read(file, "a.jpg");
    assertArrayEquals(jdkPixels(file), picture.rgb());
  }

  @Test
  void cmykJpegIsRead() throws IOException {
    assertQuadrants(Pictures.read(PictureFiles.resource("cmyk.jpg"), "cmyk.jpg"), 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossless.webp", "animated.webp"})
  void losslessWebpKeepsEveryPixelOfItsFirstFrame(String name) throws IOException {
    assertQuadrants(Pictures.read(PictureFiles.resource(name), name), 0);
  }

  @Test
  void lossyWebpIsRead() throws IOException {
    assertQuadrants(Pictures.read(PictureFiles.resource("lossy.webp"), "lossy.webp"), 8);
  }

  @Test
  void alphaOfWebpIsLaidOverWhite() throws IOException {
    Picture picture = Pictures.read(PictureFiles.resource("alpha.webp"), "alpha.webp");
    assertClose(0xE38E89, picture.rgb(4, 4), 1);
  }

  @Test
  void firstFrameOfAnAnimationCounts() throws IOException {
    BufferedImage black = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    byte[] file = PictureFiles.animatedGif(List.of(RGB, black));
    assertQuadrants(Pictures.read(file, "a.gif"), 0);
  }

  @Test
  void paletteIsResolved() throws IOException {
    BufferedImage indexed = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_INDEXED);
    indexed.getGraphics().drawImage(RGB, 0, 0, null);
    byte[] file = PictureFiles.encode(indexed, "png");
    assertEquals(3, file[25], "colour type of the PNG");
    Picture picture = Pictures.read(file, "a.png");
    assertEquals(indexed.getRGB(4, 4) & 0xFFFFFF, picture.rgb(4, 4));
    assertEquals(indexed.getRGB(20, 20) & 0xFFFFFF, picture.rgb(20, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff", "bmp"})
  void greyKeepsItsValues(String format) throws IOException {
    byte[] file = PictureFiles.encode(PictureFiles.grey8(0, 50, 100, 255), format);
    assertArrayEquals(
        new int[] {0, 0x323232, 0x646464, 0xFFFFFF}, Pictures.read(file, "a." + format).rgb());
  }

  @Test
  void greyJpegKeepsItsValues() throws IOException {
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      grey.getRaster().setSample(i % 16, i / 16, 0, 77);
    }
    assertClose(0x4D4D4D, Pictures.read(PictureFiles.jpeg(grey, false), "a.jpg").rgb(8, 8), 1);
  }

  @Test
  void greyWithAlphaIsLaidOverWhite() throws IOException {
    BufferedImage image =
        PictureFiles.samples(
            ColorSpace.CS_GRAY,
            true,
            DataBuffer.TYPE_BYTE,
            new int[] {100, 255},
            new int[] {100, 0},
            new int[] {100, 128});
    int[] rgb = Pictures.read(PictureFiles.encode(image, "png"), "a.png").rgb();
    assertArrayEquals(new int[] {0x646464, 0xFFFFFF, 0xB1B1B1}, rgb);
  }

  @Test
  void colourWithAlphaIsLaidOverWhite() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 3, 1, new int[] {0xFF102030, 0x00102030, 0x80102030}, 0, 3);
    int[] rgb = Pictures.read(PictureFiles.encode(image, "png"), "a.png").rgb();
    assertArrayEquals(new int[] {0x102030, 0xFFFFFF, 0x878F97}, rgb);
  }

  @Test
  void sixteenBitColourIsReducedToEight() throws IOException {
    BufferedImage image =
        PictureFiles.samples(
            ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT, new int[] {0x1234, 0x8000, 0xFFFF});
    byte[] file = PictureFiles.encode(image, "png");
    assertEquals(16, file[24], "bit depth of the PNG");
    assertClose(0x1280FF, Pictures.read(file, "a.png").rgb(0, 0), 1);
  }

  @Test
  void sixteenBitGreyIsReducedToEight() throws IOException {
    BufferedImage image =
        PictureFiles.samples(
            ColorSpace.CS_GRAY,
            false,
            DataBuffer.TYPE_USHORT,
            new int[] {0x4000},
            new int[] {0xFFFF});
    int[] rgb = Pictures.read(PictureFiles.encode(image, "png"), "a.png").rgb();
    assertClose(0x404040, rgb[0], 1);
    assertEquals(0xFFFFFF, rgb[1]);
  }

  @Test
  void contentDecidesNotTheName(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("wrong.jpg"), PictureFiles.encode(RGB, "png"));
    Picture picture = Pictures.read(file);
    assertEquals("wrong.jpg", picture.name());
    assertQuadrants(picture, 0);
  }

  @Test
  void metadataIsListed() throws IOException {
    byte[] file = PictureFiles.withOrientation(PictureFiles.jpeg(RGB, false), 6);
    List<String> lines = PictureMetadata.lines(file, "a.jpg");
    assertTrue(lines.contains("Orientation: 6"), lines.toString());
  }

  private static void assertQuadrants(Picture picture, int tolerance) {
    assertEquals(32, picture.width());
    assertEquals(32, picture.height());
    for (int i = 0; i < 4; i++) {
      assertClose(
          PictureFiles.QUADRANTS[i], picture.rgb(8 + 16 * (i % 2), 8 + 16 * (i / 2)), tolerance);
    }
  }

  static void assertClose(int expectedRgb, int rgb, int tolerance) {
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = Math.abs((expectedRgb >> shift & 255) - (rgb >> shift & 255));
      assertTrue(
          difference <= tolerance, () -> "expected %06x, got %06x".formatted(expectedRgb, rgb));
    }
  }

  private static int[] jdkPixels(byte[] file) throws IOException {
    for (var readers = ImageIO.getImageReadersByFormatName("jpeg"); readers.hasNext(); ) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio")) {
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
        BufferedImage image = reader.read(0);
        int[] rgb =
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < rgb.length; i++) {
          rgb[i] &= 0xFFFFFF;
        }
        return rgb;
      }
    }
    throw new IOException("the JDK has no JPEG reader");
  }
}
