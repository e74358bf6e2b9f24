package io.skipscope.viewer.layout;

import java.awt.geom.Rectangle2D;

/**
 * A grid of any number of maps, in which only those in view need to exist. Logical pixels.
 *
 * @param count of maps
 * @param columns at least 1
 * @param cellWidth of a map; {@code cellHeight} likewise
 * @param captionHeight of the line under each map
 * @param gap around each map with its caption
 */
public record VirtualGrid(
    int count, int columns, int cellWidth, int cellHeight, int captionHeight, int gap) {
  private static final int GAP = 8;

  /**
   * As many columns as fit, of maps in their own proportions.
   *
   * @param side of a map's longer side
   * @param width that there is
   */
  public static VirtualGrid of(
      int count, int mapWidth, int mapHeight, int side, int captionHeight, int width) {
    double scale = side / (double) Math.max(mapWidth, mapHeight);
    int cellWidth = Math.max(1, (int) Math.round(mapWidth * scale));
    int cellHeight = Math.max(1, (int) Math.round(mapHeight * scale));
    int columns = Math.max(1, (width - GAP) / (cellWidth + GAP));
    return new VirtualGrid(count, columns, cellWidth, cellHeight, captionHeight, GAP);
  }

  public int rows() {
    return (count + columns - 1) / columns;
  }

  private int rowHeight() {
    return cellHeight + captionHeight + gap;
  }

  public int height() {
    return gap + rows() * rowHeight();
  }

  public int width() {
    return gap + columns * (cellWidth + gap);
  }

  /** Where a map is drawn; its caption is beneath. */
  public Rectangle2D cell(int place) {
    return new Rectangle2D.Double(
        gap + place % columns * (cellWidth + gap),
        gap + place / columns * rowHeight(),
        cellWidth,
        cellHeight);
  }

  /** The first place of which something may be seen below y. */
  public int firstBelow(double y) {
    int row = (int) Math.max(0, (y - gap) / rowHeight());
    return Math.min(count, row * columns);
  }

  /** The place after the last one of which something may be seen above y. */
  public int endAbove(double y) {
    int row = (int) Math.max(0, Math.ceil((y - gap) / rowHeight()));
    return Math.min(count, row * columns);
  }

  /** The place at a point, its caption included; -1 between maps and outside. */
  public int placeAt(double x, double y) {
    double column = (x - gap) / (cellWidth + gap);
    double row = (y - gap) / rowHeight();
    boolean inside = column >= 0 && column < columns && row >= 0;
    boolean inGap = (x - gap) % (cellWidth + gap) >= cellWidth;
    int place = (int) row * columns + (int) column;
    return inside && !inGap && place < count ? place : -1;
  }
}
