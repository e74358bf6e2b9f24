package io.skipscope.viewer.render;

import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.FilterLayout;
import io.skipscope.viewer.layout.GridGeometry;

/**
 * One map as a picture: all that its pixels depend on.
 *
 * @param width in device pixels; {@code height} likewise
 * @param smooth whether numbers are interpolated where the picture is larger than the map
 * @param under the picture that the map lies over; null for the map alone
 * @param filters how the weights of a filter are set out; null for maps of a value
 * @param gap ARGB between the slices of a filter
 */
public record TileKey(
    TapFrame frame,
    int channel,
    int mapWidth,
    int mapHeight,
    int width,
    int height,
    ToneCurve tones,
    boolean smooth,
    Picture under,
    FilterLayout filters,
    int gap) {
  private static final int MAP_WEIGHT = 150;

  /** The same picture with this many times the pixels in each direction. */
  TileKey scaled(double scale) {
    return new TileKey(
        frame,
        channel,
        mapWidth,
        mapHeight,
        (int) Math.round(width * scale),
        (int) Math.round(height * scale),
        tones,
        smooth,
        under,
        filters,
        gap);
  }

  /**
   * @return ARGB, width x height, rows first
   */
  public int[] paint() {
    if (filters != null && filters.isComposed()) {
      return FilterRaster.paint(this);
    }
    boolean enlarged = width > mapWidth && height > mapHeight;
    int[] pixels = smooth && enlarged ? SmoothRaster.paint(this) : squares(frame.tensor());
    return under == null ? pixels : over(pixels);
  }

  private int[] squares(Tensor maps) {
    GridGeometry one = new GridGeometry(1, mapWidth, mapHeight, 1, width, height, 0);
    return new MapRaster(maps, tones).paint(one, channel, 0);
  }

  /** Mixes the map's colours with the picture's brightness. */
  private int[] over(int[] map) {
    int[] mixed = new int[map.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = under.rgb(x * under.width() / width, y * under.height() / height);
        int light = (77 * (rgb >> 16 & 255) + 150 * (rgb >> 8 & 255) + 29 * (rgb & 255)) >> 8;
        mixed[y * width + x] = mix(map[y * width + x], light);
      }
    }
    return mixed;
  }

  private static int mix(int argb, int light) {
    int red = mixed(argb >> 16 & 255, light);
    int green = mixed(argb >> 8 & 255, light);
    int blue = mixed(argb & 255, light);
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }

  private static int mixed(int colour, int light) {
    return (MAP_WEIGHT * colour + (256 - MAP_WEIGHT) * light) >> 8;
  }
}
