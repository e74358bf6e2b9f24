package io.skipscope.viewer.live;

import io.skipscope.error.InputException;
import io.skipscope.image.Picture;
import io.skipscope.viewer.text.Text;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Reads what the screen shows. One thread at a time. */
public final class ScreenCapture {
  private Robot robot;

  /**
   * @param region in the desktop's logical pixels, not empty
   * @return a pixel for each logical one
   * @throws InputException if the desktop does not let programs read its screen
   */
  private BufferedImage image(Rectangle region) {
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
  public BufferedImage all(Rectangle bounds) {
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

  /**
   * A region that is read again and again.
   *
   * @param region in the desktop's logical pixels, not empty
   */
  public LiveSource of(Rectangle region) {
    return new LiveSource() {
      @Override
      public String name() {
        return Text.of("live.picture");
      }

      @Override
      public Picture newest() {
        return Picture.of(name(), image(region));
      }
    };
  }
}
