package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  /** For each EXIF value, which stored quadrant is seen top left, top right, bottom left. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 2", "2, 1, 0, 3", "3, 3, 2, 1", "4, 2, 3, 0",
    "5, 0, 2, 1", "6, 2, 0, 3", "7, 3, 1, 2", "8, 1, 3, 0"
  })
  void picturesAreTurnedAsExifSays(int exif, int topLeft, int topRight, int bottomLeft)
      throws IOException {
    BufferedImage stored = PictureFiles.quadrants(48, 32, BufferedImage.TYPE_INT_RGB);
    byte[] file = PictureFiles.withOrientation(PictureFiles.jpeg(stored, false), exif);
    Picture seen = Pictures.read(file, "a.jpg");
    assertEquals(exif < 5 ? 48 : 32, seen.width());
    assertEquals(exif < 5 ? 32 : 48, seen.height());
    int right = seen.width() * 3 / 4;
    int bottom = seen.height() * 3 / 4;
    PicturesTest.assertClose(PictureFiles.QUADRANTS[topLeft], seen.rgb(8, 8), 12);
    PicturesTest.assertClose(PictureFiles.QUADRANTS[topRight], seen.rgb(right, 8), 12);
    PicturesTest.assertClose(PictureFiles.QUADRANTS[bottomLeft], seen.rgb(8, bottom), 12);
  }

  @Test
  void impossibleValuesCountAsUpright() {
    assertEquals(Orientation.UPRIGHT, Orientation.ofExif(0));
    assertEquals(Orientation.UPRIGHT, Orientation.ofExif(9));
  }
}
