package io.skipscope.viewer.render;

import io.skipscope.image.ColorScale;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.GridGeometry;

/**
 * Turns the maps of a tensor into pixels: each pixel shows the mean of the numbers that it covers,
 * weighted by area.
 *
 * <p>So maps enlarged by a whole number are squares of one colour, and reduced ones lose no thin
 * structure.
 */
public final class MapRaster {
  private final Tensor tensor;
  private final ToneCurve tones;

  /**
   * @param tensor [1, channels, height, width], or of lower rank with maps of one number
   */
  public MapRaster(Tensor tensor, ColorScale scale) {
    this(tensor, new ToneCurve(scale, 1));
  }

  /** As {@link #MapRaster(Tensor, ColorScale)}, with a gamma. */
  public MapRaster(Tensor tensor, ToneCurve tones) {
    this.tensor = tensor;
    this.tones = tones;
  }

  /**
   * @param firstChannel the channel of the grid's first map
   * @param background ARGB of the gaps
   * @return ARGB, grid.width() x grid.height(), rows first
   */
  public int[] paint(GridGeometry grid, int firstChannel, int background) {
    return MapMeans.of(tensor, grid, firstChannel).paint(tones, background);
  }
}
