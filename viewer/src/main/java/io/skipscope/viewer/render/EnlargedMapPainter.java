package io.skipscope.viewer.render;

import io.skipscope.viewer.state.Pointer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paints one map large, with its numbers in it where there is room. */
public final class EnlargedMapPainter {
  private static final double ROOM_FOR_NUMBERS = 1.15;

  private final Graphics2D g;
  private final Palette palette;
  private final PreparedMaps maps;
  private final int channel;
  private final Rectangle2D area;

  /**
   * @param area all of the map, of which the clip may show a part
   */
  public EnlargedMapPainter(
      Graphics2D g, Palette palette, PreparedMaps maps, int channel, Rectangle2D area) {
    this.g = g;
    this.palette = palette;
    this.maps = maps;
    this.channel = channel;
    this.area = area;
  }

  /**
   * @param picture of the map, of any size; null while it is not rendered yet
   * @param smooth whether the picture is interpolated where it is smaller than the area
   * @param pointer null while the mouse is on no map
   */
  public void paint(BufferedImage picture, boolean smooth, Pointer pointer) {
    if (picture == null) {
      g.setColor(palette.tile());
      g.fill(area);
      return;
    }
    ScaledPicture.draw(g, picture, area, smooth);
    if (!smooth && !maps.inColour()) {
      numbers();
    }
    if (pointer != null && !isGap(pointer.column(maps.mapWidth()), pointer.row(maps.mapHeight()))) {
      outline(pointer.column(maps.mapWidth()), pointer.row(maps.mapHeight()));
    }
  }

  /** Whether nothing stands there, between the slices of a filter. */
  private boolean isGap(int column, int row) {
    return maps.filters() != null && maps.filters().layout().inputAt(column, row) < 0;
  }

  private Rectangle2D square(int column, int row) {
    double width = area.getWidth() / maps.mapWidth();
    double height = area.getHeight() / maps.mapHeight();
    return new Rectangle2D.Double(
        area.getX() + column * width, area.getY() + row * height, width, height);
  }

  /** Writes the numbers of all squares in view, if the longest fits. */
  private void numbers() {
    g.setFont(palette.small());
    FontMetrics font = g.getFontMetrics();
    if (square(0, 0).getWidth() < ROOM_FOR_NUMBERS * font.stringWidth("\u22120.000")) {
      return;
    }
    ToneCurve tones = maps.tones(channel);
    Rectangle clip = g.getClipBounds();
    for (int row = 0; row < maps.mapHeight(); row++) {
      for (int column = 0; column < maps.mapWidth(); column++) {
        Rectangle2D square = square(column, row);
        if (square.intersects(clip) && !isGap(column, row)) {
          number(maps.number(channel, column, row), tones, square);
        }
      }
    }
  }

  private void number(float value, ToneCurve tones, Rectangle2D square) {
    FontMetrics font = g.getFontMetrics();
    g.setColor(Labels.readableOn(new Color(tones.argb(value))));
    String text = Numbers.value(value);
    g.drawString(
        text,
        (float) (square.getCenterX() - font.stringWidth(text) / 2.0),
        (float) (square.getCenterY() + (font.getAscent() - font.getDescent()) / 2.0));
  }

  private void outline(int column, int row) {
    Rectangle2D square = square(column, row);
    g.setColor(palette.highlight());
    g.setStroke(new BasicStroke(1.8f));
    g.draw(square);
  }
}
