package io.skipscope.image;

/**
 * How a camera was held: the eight values of the EXIF tag Orientation (EXIF 2.32, section 4.6.4).
 *
 * <p>The constants stand in the order of their EXIF values, 1 to 8.
 */
enum Orientation {
  UPRIGHT,
  MIRRORED,
  ROTATED_180,
  FLIPPED,
  TRANSPOSED,
  ROTATED_90_CLOCKWISE,
  TRANSVERSED,
  ROTATED_90_ANTICLOCKWISE;

  /** The constant of an EXIF value; anything outside 1..8 counts as upright. */
  static Orientation ofExif(int value) {
    return value < 1 || value > 8 ? UPRIGHT : values()[value - 1];
  }

  /** The picture as it should be seen. */
  Picture upright(Picture stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    boolean turned = ordinal() >= TRANSPOSED.ordinal();
    int width = turned ? stored.height() : stored.width();
    int height = turned ? stored.width() : stored.height();
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = source(stored, x, y);
      }
    }
    return new Picture(stored.name(), width, height, rgb);
  }

  /** The stored pixel that belongs at (x, y) of the upright picture. */
  private int source(Picture stored, int x, int y) {
    int right = stored.width() - 1;
    int bottom = stored.height() - 1;
    return switch (this) {
      case UPRIGHT -> stored.rgb(x, y);
      case MIRRORED -> stored.rgb(right - x, y);
      case ROTATED_180 -> stored.rgb(right - x, bottom - y);
      case FLIPPED -> stored.rgb(x, bottom - y);
      case TRANSPOSED -> stored.rgb(y, x);
      case ROTATED_90_CLOCKWISE -> stored.rgb(y, bottom - x);
      case TRANSVERSED -> stored.rgb(right - y, bottom - x);
      case ROTATED_90_ANTICLOCKWISE -> stored.rgb(right - y, x);
    };
  }
}
