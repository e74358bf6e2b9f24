package io.skipscope.viewer.canvas;

import io.skipscope.viewer.render.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws some lines and letters where nobody sees them: Java's first ones take some 70 ms, for which
 * the event thread need not be away.
 */
public final class FirstStrokes {
  private static final int SIDE = 64;
  private static final String LETTERS =
      IntStream.range(' ', 127).mapToObj(Character::toString).collect(Collectors.joining());

  private FirstStrokes() {}

  /** Any thread. */
  public static void draw(Palette palette) {
    Graphics2D g = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      Canvas.smooth(g);
      g.fill(new RoundRectangle2D.Double(1, 1, SIDE / 2, SIDE / 2, 4, 4));
      g.draw(new Ellipse2D.Double(1, 1, SIDE / 2, SIDE / 2));
      List.of(palette.font(), palette.bold(), palette.small(), palette.large())
          .forEach(
              font -> {
                g.setFont(font);
                g.drawString(LETTERS, 0, SIDE / 2);
              });
    } finally {
      g.dispose();
    }
  }
}
