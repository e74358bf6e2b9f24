package io.skipscope.viewer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.Picture;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailTest {
  @Test
  void pixelsAreTheMeansOfThoseTheyStandFor() {
    int[] rgb = new int[512 * 256];
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 512; x++) {
        // Columns in turn 0 and 200 in red; green falls from 255 by one a row.
        rgb[y * 512 + x] = x % 2 * 200 << 16 | 255 - y << 8;
      }
    }
    BufferedImage small = Thumbnail.reduced(new Picture("p", 512, 256, rgb));
    assertEquals(128, small.getWidth());
    assertEquals(64, small.getHeight());
    assertEquals(100, small.getRGB(5, 7) >> 16 & 255);
    // Rows 28 to 31: 227, 226, 225, 224.
    assertEquals(225, small.getRGB(5, 7) >> 8 & 255);
  }

  @Test
  void thinAndSmallPicturesKeepAtLeastOnePixel() {
    assertEquals(1, Thumbnail.reduced(new Picture("p", 1000, 1, new int[1000])).getHeight());
    assertEquals(3, Thumbnail.reduced(new Picture("p", 3, 2, new int[6])).getWidth());
  }

  @Test
  void whatCannotBeReadSaysWhyInOneLine(@TempDir Path folder) {
    Thumbnail gone = Thumbnail.of(folder.resolve("gone.png").toString());
    assertNull(gone.image());
    assertTrue(gone.problem().contains("no such file"), gone.problem());
    assertEquals(1, gone.problem().lines().count());
  }
}
