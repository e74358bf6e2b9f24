package io.skipscope.viewer.render;

import java.awt.Color;
import java.awt.Font;

/** What tests paint with. */
public final class Palettes {
  /** Each part in a pure colour of its own. */
  public static final Palette PLAIN =
      new Palette(
          Color.WHITE,
          Color.LIGHT_GRAY,
          Color.BLACK,
          Color.GRAY,
          Color.BLUE,
          Color.GREEN,
          Color.MAGENTA,
          Color.ORANGE,
          new Font(Font.SANS_SERIF, Font.PLAIN, 12));

  private Palettes() {}

  /** {@link #PLAIN} on another ground. */
  public static Palette on(Color ground) {
    return new Palette(
        ground,
        PLAIN.tile(),
        PLAIN.text(),
        PLAIN.secondaryText(),
        PLAIN.trunk(),
        PLAIN.branch(),
        PLAIN.highlight(),
        PLAIN.accent(),
        PLAIN.font());
  }
}
