package io.skipscope.image;

import java.util.Random;

/**
 * Pictures whose every pixel is known, for seeing what a network makes of edges, points, textures.
 */
public enum TestChart {
  /** Grey, from black on the left to white on the right. */
  GRADIENT((x, y, width, height) -> grey(width == 1 ? 0 : x / (width - 1.0))),
  /** Black and white squares of one pixel; the top left one is black. */
  CHECKER_1(checker(1)),
  /** As above, of 4 pixels. */
  CHECKER_4(checker(4)),
  /** As above, of 16 pixels. */
  CHECKER_16(checker(16)),
  /** One white pixel in the middle of black. */
  IMPULSE((x, y, width, height) -> grey(x == width / 2 && y == height / 2 ? 1 : 0)),
  /** A white horizontal bar through the middle of black, a sixteenth of the height thick. */
  BAR_0(bar(0)),
  /** The same bar turned by 45 degrees, rising to the right. */
  BAR_45(bar(45)),
  /** The same bar upright. */
  BAR_90(bar(90)),
  /** The same bar turned by 135 degrees, falling to the right. */
  BAR_135(bar(135)),
  /** Independent uniform noise in red, green and blue; the same at every call. */
  NOISE((x, y, width, height) -> 0) {
    @Override
    public Picture picture(String name, int width, int height) {
      Random random = new Random(NOISE_SEED);
      return new Picture(
          name, width, height, random.ints((long) width * height, 0, 1 << 24).toArray());
    }
  },
  /** The grey of 128 everywhere. */
  GREY((x, y, width, height) -> 0x808080);

  private static final long NOISE_SEED = 1;

  /** The colour of a pixel as 0xRRGGBB. */
  private interface Pixel {
    int rgb(int x, int y, int width, int height);
  }

  private final Pixel pixel;

  TestChart(Pixel pixel) {
    this.pixel = pixel;
  }

  /**
   * The chart at a size, in pixels.
   *
   * @param name of the picture
   */
  public Picture picture(String name, int width, int height) {
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = pixel.rgb(i % width, i / width, width, height);
    }
    return new Picture(name, width, height, rgb);
  }

  private static Pixel checker(int side) {
    return (x, y, width, height) -> grey((x / side + y / side) % 2);
  }

  /** Its edges are as grey as much of the pixel it covers, about. */
  private static Pixel bar(int degrees) {
    double across = Math.sin(Math.toRadians(degrees));
    double down = Math.cos(Math.toRadians(degrees));
    return (x, y, width, height) -> {
      double distance = (x + 0.5 - width / 2.0) * across + (y + 0.5 - height / 2.0) * down;
      double half = Math.max(1, Math.min(width, height) / 16.0) / 2;
      return grey(Math.max(0, Math.min(1, half + 0.5 - Math.abs(distance))));
    };
  }

  private static int grey(double level) {
    return 0x010101 * (int) Math.round(255 * level);
  }
}
