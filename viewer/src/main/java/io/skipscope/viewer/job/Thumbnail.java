package io.skipscope.viewer.job;

import io.skipscope.error.SkipscopeException;
import io.skipscope.image.Picture;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import java.awt.image.BufferedImage;

/**
 * A small copy of a picture, or why there is none.
 *
 * @param image its longer side is at most {@link #SIDE}; null if the picture cannot be read
 * @param problem one line; empty if it can
 */
public record Thumbnail(BufferedImage image, String problem) {
  /** Pixels, enough for a screen of two pixels per logical one. */
  public static final int SIDE = 128;

  /** Reads a picture by its source; never fails. Any thread. */
  public static Thumbnail of(String source) {
    try {
      return new Thumbnail(reduced(PictureSource.open(source).picture()), "");
    } catch (SkipscopeException e) {
      return new Thumbnail(null, EngineText.of(e));
    } catch (RuntimeException | OutOfMemoryError e) {
      return new Thumbnail(null, Text.of("job.unexpected", source, e));
    }
  }

  /** Each pixel is the mean of those that it stands for; a small picture stays as it is. */
  static BufferedImage reduced(Picture picture) {
    double scale = Math.max(1, Math.max(picture.width(), picture.height()) / (double) SIDE);
    int width = Math.max(1, (int) (picture.width() / scale));
    int height = Math.max(1, (int) (picture.height() / scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      int top = (int) ((long) y * picture.height() / height);
      int bottom = (int) ((y + 1L) * picture.height() / height);
      for (int x = 0; x < width; x++) {
        int left = (int) ((long) x * picture.width() / width);
        int right = (int) ((x + 1L) * picture.width() / width);
        image.setRGB(x, y, mean(picture, left, top, right, bottom));
      }
    }
    return image;
  }

  private static int mean(Picture picture, int left, int top, int right, int bottom) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = picture.rgb(x, y);
        red += rgb >> 16 & 255;
        green += rgb >> 8 & 255;
        blue += rgb & 255;
      }
    }
    long count = (long) (right - left) * (bottom - top);
    return (int) (red / count << 16 | green / count << 8 | blue / count);
  }
}
