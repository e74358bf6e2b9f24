package io.skipscope.viewer.app;

import io.skipscope.error.InputException;
import io.skipscope.image.Picture;
import io.skipscope.viewer.text.Text;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Reads what the screen shows. One thread at a time. */
final class ScreenCapture {
  private Robot robot;

  /**
   * @param region in the desktop's logical pixels, not empty
   * @return a pixel for each logical one
   * @throws InputException if the desktop does not let programs read its screen
   */
  BufferedImage image(Rectangle region) {
    try {
      if (robot == null) {
        robot = new Robot();
      }
      return robot.createScreenCapture(region);
    } catch (AWTException | SecurityException e) {
      throw unreadable(e);
    }
  }

  /**
   * All of a screen.
   *
   * @throws InputException likewise; some desktops, as under Wayland, then show one colour
   */
  BufferedImage all(Rectangle bounds) {
    BufferedImage image = image(bounds);
    if (isBlank(image)) {
      throw unreadable(null);
    }
    return image;
  }

  /** Whether all is of one colour, as no screen is on which there is a window. */
  static boolean isBlank(BufferedImage image) {
    int width = image.getWidth();
    int[] rgb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    return Arrays.stream(rgb).allMatch(pixel -> pixel == rgb[0]);
  }

  private static InputException unreadable(Throwable cause) {
    return new InputException(
        Text.of("live.where"), Text.of("live.found"), Text.of("live.expected"), cause);
  }

  /** A region as a picture to run. */
  Picture picture(Rectangle region) {
    BufferedImage image = image(region);
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] &= 0xFFFFFF;
    }
    return new Picture(Text.of("live.picture"), width, height, rgb);
  }
}
