package io.skipscope.viewer.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.text.StyleContext;

/**
 * The font of the window's text: Inter, with the characters that it lacks from the fonts that the
 * platform adds; else an installed one that has them all.
 */
public final class WindowFont {
  private static final int SIZE = 13;

  private WindowFont() {}

  /**
   * Chooses the font before the look is installed. Any thread.
   *
   * @param sample what it must be able to write
   * @return whether there is such a font; if not, Inter is chosen
   */
  public static boolean choose(String sample) {
    // The others that FlatLaf has are of no use here, and each is a file to copy and to read.
    FlatInterFont.installStyle(FlatInterFont.STYLE_REGULAR);
    FlatInterFont.installStyle(FlatInterFont.STYLE_BOLD);
    Optional<String> family = familyFor(sample, candidates());
    FlatLaf.setPreferredFontFamily(family.orElse(FlatInterFont.FAMILY));
    return family.isPresent();
  }

  /** Inter first; what else is installed is looked at only if needed. */
  private static Stream<Font> candidates() {
    // As the look will have it, which is with what the platform adds to it.
    Font inter =
        StyleContext.getDefaultStyleContext().getFont(FlatInterFont.FAMILY, Font.PLAIN, SIZE);
    return Stream.concat(Stream.of(inter), Stream.of(0).flatMap(i -> installed()));
  }

  private static Stream<Font> installed() {
    return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());
  }

  /** The family of the first font that can write a text. */
  static Optional<String> familyFor(String sample, Stream<Font> candidates) {
    return candidates
        .filter(font -> font.canDisplayUpTo(sample) < 0)
        .map(Font::getFamily)
        .findFirst();
  }
}
