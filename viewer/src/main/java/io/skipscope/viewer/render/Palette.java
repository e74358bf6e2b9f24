package io.skipscope.viewer.render;

import java.awt.Color;
import java.awt.Font;

/**
 * The colours and the font that painters use besides the colour map.
 *
 * @param background of the card
 * @param tile behind a grid
 * @param trunk the line that carries x
 * @param branch the line of F
 * @param highlight around the selected channel
 * @param accent of what the block lacks or does on purpose: no shortcut, linear end
 */
public record Palette(
    Color background,
    Color tile,
    Color text,
    Color secondaryText,
    Color trunk,
    Color branch,
    Color highlight,
    Color accent,
    Font font) {
  public Font bold() {
    return BoldFonts.of(font);
  }

  public Font small() {
    return font.deriveFont(font.getSize2D() * 0.88f);
  }

  public Font smallBold() {
    return BoldFonts.of(small());
  }

  public Font large() {
    return BoldFonts.of(font, font.getSize2D() * 1.35f);
  }
}
