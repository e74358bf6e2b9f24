package io.skipscope.viewer.render;

import java.awt.Color;

/**
 * A colour for each of several devices, which people who confuse some hues tell apart too, and
 * which stands out from the background of either theme.
 *
 * <p>Source: Okabe and Ito, "Color Universal Design" (2008); on a light ground those that are too
 * pale for it are darker.
 */
final class DeviceColors {
  private static final Color[] ON_LIGHT = colors(0x0072B2, 0xD55E00, 0x00795A, 0x9C3F78, 0x6B5B00);
  private static final Color[] ON_DARK = colors(0x56B4E9, 0xE69F00, 0x00B884, 0xCC79A7, 0xF0E442);

  private DeviceColors() {}

  private static Color[] colors(int... rgb) {
    Color[] colors = new Color[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      colors[i] = new Color(rgb[i]);
    }
    return colors;
  }

  /**
   * @param row of the device; after five the colours come again, so that its id has to be read
   * @param palette whose background it is painted on
   */
  static Color of(int row, Palette palette) {
    boolean dark = Labels.readableOn(palette.background()) == Color.WHITE;
    Color[] colors = dark ? ON_DARK : ON_LIGHT;
    return colors[row % colors.length];
  }
}
