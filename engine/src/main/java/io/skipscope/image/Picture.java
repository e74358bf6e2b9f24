package io.skipscope.image;

import java.awt.image.BufferedImage;

/**
 * A picture as it should be seen: upright, opaque, 8 bits of red, green and blue (sRGB).
 *
 * <p>Immutable: the array is shared, and whoever hands one over no longer changes it.
 *
 * @param name for titles and messages, such as the file's name
 * @param rgb one 0xRRGGBB per pixel, row by row from the top left
 */
public record Picture(String name, int width, int height, int[] rgb) {
  public Picture {
    if (rgb.length != (long) width * height) {
      throw new IllegalArgumentException(rgb.length + " pixels for " + width + "x" + height);
    }
  }

  /** What an image of any type shows; alpha is laid over white. */
  public static Picture of(String name, BufferedImage image) {
    return new Picture(name, image.getWidth(), image.getHeight(), Pixels.opaqueRgb(image));
  }

  /** The pixel at a place as 0xRRGGBB. */
  public int rgb(int x, int y) {
    return rgb[y * width + x];
  }

  public Picture withName(String newName) {
    return new Picture(newName, width, height, rgb);
  }

  /** A copy for drawing, of type {@link BufferedImage#TYPE_INT_RGB}. */
  public BufferedImage toBufferedImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, rgb, 0, width);
    return image;
  }

  @Override
  public String toString() {
    return "Picture " + name + " " + width + "x" + height;
  }
}
