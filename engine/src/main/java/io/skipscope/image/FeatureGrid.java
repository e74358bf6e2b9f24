package io.skipscope.image;

import io.skipscope.tensor.Tensor;
import java.util.Arrays;

/**
 * Where each channel's map lies when all of them are laid out as one picture: row by row, a gap of
 * some pixels between them and none around them.
 *
 * @param channels number of maps
 * @param mapWidth of one map, in values
 * @param mapHeight of one map, in values
 * @param columns maps in a row
 * @param zoom pixels per value, along each axis
 * @param gap pixels between maps
 */
public record FeatureGrid(
    int channels, int mapWidth, int mapHeight, int columns, int zoom, int gap) {
  /** The colour between the maps. */
  public static final int GAP_ARGB = 0xFF808080;

  private static final int GAP_PIXELS = 1;

  /** The most nearly square layout, with a gap of one pixel. */
  public static FeatureGrid square(int channels, int mapWidth, int mapHeight, int zoom) {
    double ideal = Math.sqrt((double) channels * (mapHeight + 1) / (mapWidth + 1));
    int columns = Math.max(1, Math.min(channels, (int) Math.ceil(ideal)));
    return new FeatureGrid(channels, mapWidth, mapHeight, columns, zoom, GAP_PIXELS);
  }

  public int rows() {
    return (channels + columns - 1) / columns;
  }

  /** Pixels of the whole picture. */
  public int width() {
    return columns * pitchX() - gap;
  }

  /** Pixels of the whole picture. */
  public int height() {
    return rows() * pitchY() - gap;
  }

  /** The left pixel of a channel's map. */
  public int left(int channel) {
    return channel % columns * pitchX();
  }

  /** The top pixel of a channel's map. */
  public int top(int channel) {
    return channel / columns * pitchY();
  }

  /** The channel whose map covers a pixel, or -1 for a gap, an empty cell or the outside. */
  public int channelAt(int x, int y) {
    if (x < 0 || y < 0 || x >= width() || y >= height()) {
      return -1;
    }
    boolean inGap = x % pitchX() >= mapWidth * zoom || y % pitchY() >= mapHeight * zoom;
    int channel = y / pitchY() * columns + x / pitchX();
    return inGap || channel >= channels ? -1 : channel;
  }

  /**
   * Draws one image's maps.
   *
   * @param maps [batch, channels, height, width] that fits this grid
   * @param image which of the batch
   * @return 0xFFRRGGBB, {@link #width()} x {@link #height()}, row by row
   */
  public int[] render(Tensor maps, int image, ColorScale scale) {
    int[] argb = new int[Math.multiplyExact(width(), height())];
    Arrays.fill(argb, GAP_ARGB);
    int area = mapWidth * mapHeight;
    for (int channel = 0; channel < channels; channel++) {
      int from = (image * channels + channel) * area;
      renderMap(maps.data(), from, scale, argb, top(channel) * width() + left(channel));
    }
    return argb;
  }

  private void renderMap(float[] values, int from, ColorScale scale, int[] argb, int corner) {
    for (int y = 0; y < mapHeight * zoom; y++) {
      int row = corner + y * width();
      int source = from + y / zoom * mapWidth;
      for (int x = 0; x < mapWidth; x++) {
        int start = row + x * zoom;
        Arrays.fill(argb, start, start + zoom, scale.argb(values[source + x]));
      }
    }
  }

  private int pitchX() {
    return mapWidth * zoom + gap;
  }

  private int pitchY() {
    return mapHeight * zoom + gap;
  }
}
