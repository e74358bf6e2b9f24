package io.skipscope.viewer.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/** Paints a frame of a film strip: a small picture, its caption, a mark if it is current. */
public final class FilmPainter {
  private static final float MARK = 2.5f;
  private static final int CROSS = 9;
  private static final double MOST_SMOOTHED = 3;
  private static final Color ON_FRAME = new Color(0, 0, 0, 40);

  private final Graphics2D g;
  private final Palette palette;
  private final int side;

  /**
   * @param side of a frame's picture, in logical pixels
   */
  public FilmPainter(Graphics2D g, Palette palette, int side) {
    this.g = g;
    this.palette = palette;
    this.side = side;
  }

  /**
   * @param area of the frame, its caption included
   * @param image null while it is not there
   * @param unreadable whether there is none for ever
   */
  public void paint(
      String caption, Rectangle area, BufferedImage image, boolean unreadable, boolean current) {
    Rectangle square = new Rectangle(area.x, area.y, side, side);
    g.setColor(palette.tile());
    g.fill(square);
    if (unreadable) {
      cross(square);
    } else if (image != null) {
      picture(image, square);
    }
    if (current) {
      g.setColor(palette.highlight());
      g.setStroke(new BasicStroke(MARK));
      g.draw(square);
    }
    write(caption, area, current);
  }

  private void picture(BufferedImage image, Rectangle square) {
    double fit = side / (double) Math.max(image.getWidth(), image.getHeight());
    int width = Math.max(1, (int) Math.round(image.getWidth() * fit));
    int height = Math.max(1, (int) Math.round(image.getHeight() * fit));
    int x = square.x + (side - width) / 2;
    int y = square.y + (side - height) / 2;
    // Of a few pixels each is shown as it is.
    ScaledPicture.draw(g, image, new Rectangle(x, y, width, height), fit <= MOST_SMOOTHED);
    g.setColor(ON_FRAME);
    g.setStroke(new BasicStroke(1));
    g.drawRect(x, y, width - 1, height - 1);
  }

  private void cross(Rectangle square) {
    g.setColor(palette.accent());
    g.setStroke(new BasicStroke(MARK, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double x = square.getCenterX();
    double y = square.getCenterY();
    g.draw(new Line2D.Double(x - CROSS, y - CROSS, x + CROSS, y + CROSS));
    g.draw(new Line2D.Double(x - CROSS, y + CROSS, x + CROSS, y - CROSS));
  }

  private void write(String caption, Rectangle area, boolean current) {
    g.setFont(palette.small());
    g.setColor(current ? palette.text() : palette.secondaryText());
    FontMetrics metrics = g.getFontMetrics();
    String text = Labels.clip(caption, metrics, side);
    float x = area.x + (side - metrics.stringWidth(text)) / 2f;
    g.drawString(text, x, area.y + side + metrics.getAscent() + 3);
  }
}
