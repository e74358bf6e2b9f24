package io.skipscope.viewer.layout;

import java.awt.geom.Rectangle2D;

/**
 * A grid of any number of maps, in which only those in view need to exist. Logical pixels.
 *
 * @param count of maps
 * @param columns at least 1
 * @param cellWidth of a map; {@code cellHeight} likewise
 * @param captionHeight of the line under each map
 * @param gap between maps with their captions
 * @param margin around all of them
 */
public record VirtualGrid(
    int count, int columns, int cellWidth, int cellHeight, int captionHeight, int gap, int margin) {
  private static final int GAP = 8;
  private static final double USUAL_SIDE = 96;
  private static final double MOST_ENLARGED = 16;
  private static final int LEAST_ROW = 6;

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
    return new VirtualGrid(count, columns, cellWidth, cellHeight, captionHeight, GAP, GAP);
  }

  /**
   * Maps of one row each as the rows of a matrix, as wide as fits or {@value #MOST_ENLARGED} pixels
   * a number, whichever is less. Numbers are squares, but where rows would be too low to be told
   * apart.
   *
   * @param side of maps in a grid: of 96, the matrix has that size, of 192 twice that
   */
  public static VirtualGrid matrix(int rows, int numbers, int side, int width) {
    double fit = Math.min(MOST_ENLARGED, (width - 2.0 * GAP) / numbers);
    double square = (fit >= 1 ? Math.floor(fit) : fit) * side / USUAL_SIDE;
    int cellWidth = (int) Math.max(1, Math.round(numbers * square));
    int cellHeight = (int) Math.max(LEAST_ROW, Math.round(square));
    return new VirtualGrid(rows, 1, cellWidth, cellHeight, 0, 0, GAP);
  }

  public int rows() {
    return (count + columns - 1) / columns;
  }

  private int rowHeight() {
    return cellHeight + captionHeight + gap;
  }

  public int height() {
    return 2 * margin - gap + rows() * rowHeight();
  }

  public int width() {
    return 2 * margin - gap + columns * (cellWidth + gap);
  }

  /** Where a map is drawn; its caption is beneath. */
  public Rectangle2D cell(int place) {
    return new Rectangle2D.Double(
        margin + place % columns * (cellWidth + gap),
        margin + place / columns * rowHeight(),
        cellWidth,
        cellHeight);
  }

  /** The first place of which something may be seen below y. */
  public int firstBelow(double y) {
    int row = (int) Math.max(0, (y - margin) / rowHeight());
    return Math.min(count, row * columns);
  }

  /** The place after the last one of which something may be seen above y. */
  public int endAbove(double y) {
    int row = (int) Math.max(0, Math.ceil((y - margin) / rowHeight()));
    return Math.min(count, row * columns);
  }

  /** The place at a point, its caption included; -1 between maps and outside. */
  public int placeAt(double x, double y) {
    double column = (x - margin) / (cellWidth + gap);
    double row = (y - margin) / rowHeight();
    boolean inside = column >= 0 && column < columns && row >= 0;
    boolean inGap = (x - margin) % (cellWidth + gap) >= cellWidth;
    int place = (int) row * columns + (int) column;
    return inside && !inGap && place < count ? place : -1;
  }
}
