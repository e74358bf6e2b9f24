package io.skipscope.image;

import java.util.Objects;

/**
 * A rectangle of a picture, in pixels.
 *
 * @param left the first column inside
 * @param top the first row inside
 */
public record Crop(int left, int top, int width, int height) {
  /** The largest centred rectangle with the proportions of the target. */
  public static Crop centre(int width, int height, int targetWidth, int targetHeight) {
    int cropWidth = width;
    int cropHeight = height;
    if ((long) width * targetHeight > (long) height * targetWidth) {
      cropWidth = share(height, targetWidth, targetHeight);
    } else {
      cropHeight = share(width, targetHeight, targetWidth);
    }
    return new Crop((width - cropWidth) / 2, (height - cropHeight) / 2, cropWidth, cropHeight);
  }

  private static int share(int side, int part, int whole) {
    return (int) Math.max(1, Math.round((double) side * part / whole));
  }

  /**
   * The pixels inside as a picture of their own, under the same name.
   *
   * @throws IndexOutOfBoundsException if the rectangle does not lie on the picture
   */
  public Picture cut(Picture picture) {
    Objects.checkFromIndexSize(left, width, picture.width());
    Objects.checkFromIndexSize(top, height, picture.height());
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(picture.rgb(), (top + y) * picture.width() + left, rgb, y * width, width);
    }
    return new Picture(picture.name(), width, height, rgb);
  }

  /** The weighted sum of red, green and blue inside, 0..255, row by row. */
  float[] plane(Picture picture, float[] weights) {
    float[] plane = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = picture.rgb(left + x, top + y);
        plane[y * width + x] =
            weights[0] * (rgb >> 16 & 255)
                + weights[1] * (rgb >> 8 & 255)
                + weights[2] * (rgb & 255);
      }
    }
    return plane;
  }
}
