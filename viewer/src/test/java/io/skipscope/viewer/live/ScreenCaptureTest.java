package io.skipscope.viewer.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ScreenCaptureTest {
  private final BufferedImage screen = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);

  @Test
  void aScreenOfOneColourIsOneThatMayNotBeRead() {
    assertTrue(ScreenCapture.isBlank(screen));
  }

  @Test
  void oneOtherPixelIsEnough() {
    screen.setRGB(6, 4, 0x000001);
    assertFalse(ScreenCapture.isBlank(screen));
  }
}
