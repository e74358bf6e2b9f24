package io.skipscope.viewer.layout;

/**
 * Where each channel's map stands in a grid, in device pixels from the grid's corner.
 *
 * <p>Maps are enlarged by whole numbers where they are enlarged {@value #WHOLE_FROM} times or more,
 * so that every number is a square of the same size; below that they fill their cell, for rounding
 * down would waste too much of it.
 *
 * @param channels maps in the grid, channel 0 at the top left, rows filled first
 * @param cellWidth of one map on screen
 * @param gap between neighbouring maps
 */
public record GridGeometry(
    int channels,
    int mapWidth,
    int mapHeight,
    int columns,
    int cellWidth,
    int cellHeight,
    int gap) {
  private static final int WHOLE_FROM = 3;

  /** The grid with the largest maps that fits; full rows are preferred to slightly larger maps. */
  public static GridGeometry fit(
      int channels, int mapWidth, int mapHeight, int areaWidth, int areaHeight, int gap) {
    GridGeometry best = null;
    double bestScore = -1;
    for (int columns = 1; columns <= channels; columns++) {
      GridGeometry grid =
          withColumns(channels, mapWidth, mapHeight, areaWidth, areaHeight, gap, columns);
      double score = grid.score(areaWidth, areaHeight);
      if (best == null || score > bestScore) {
        best = grid;
        bestScore = score;
      }
    }
    return best;
  }

  /** Map area, much less with empty cells; among equals the grid that leaves even margins. */
  private double score(int areaWidth, int areaHeight) {
    double slack = Math.min(areaWidth / (double) width(), areaHeight / (double) height());
    if (slack < 1) {
      return slack - 1;
    }
    double filled = channels / (double) (rows() * columns);
    return cellWidth * cellHeight * Math.pow(filled, 3) + Math.min(slack, 100) / 1000;
  }

  private static GridGeometry withColumns(
      int channels,
      int mapWidth,
      int mapHeight,
      int areaWidth,
      int areaHeight,
      int gap,
      int columns) {
    int rows = (channels + columns - 1) / columns;
    double roomX = (areaWidth - (columns - 1.0) * gap) / columns;
    double roomY = (areaHeight - (rows - 1.0) * gap) / rows;
    double scale = Math.min(roomX / mapWidth, roomY / mapHeight);
    if (scale >= WHOLE_FROM) {
      scale = Math.floor(scale);
    }
    int cellWidth = Math.max(1, (int) Math.floor(mapWidth * scale));
    int cellHeight = Math.max(1, (int) Math.floor(mapHeight * scale));
    return new GridGeometry(channels, mapWidth, mapHeight, columns, cellWidth, cellHeight, gap);
  }

  public int rows() {
    return (channels + columns - 1) / columns;
  }

  public int width() {
    return columns * cellWidth + (columns - 1) * gap;
  }

  public int height() {
    return rows() * cellHeight + (rows() - 1) * gap;
  }

  public int cellX(int channel) {
    return channel % columns * (cellWidth + gap);
  }

  public int cellY(int channel) {
    return channel / columns * (cellHeight + gap);
  }

  /** The channel at a point; the gap belongs to the map before it. -1 outside the grid. */
  public int channelAt(double x, double y) {
    if (x < 0 || y < 0 || x >= width() || y >= height()) {
      return -1;
    }
    int channel = (int) (y / (cellHeight + gap)) * columns + (int) (x / (cellWidth + gap));
    return channel < channels ? channel : -1;
  }

  /** How far across its map a point is, from 0 up to but not including 1. */
  public double acrossAt(double x) {
    return within(x % (cellWidth + gap), cellWidth);
  }

  /** How far down its map a point is, from 0 up to but not including 1. */
  public double downAt(double y) {
    return within(y % (cellHeight + gap), cellHeight);
  }

  private static double within(double offset, int extent) {
    return Math.min(offset, extent - 0.5) / extent;
  }
}
