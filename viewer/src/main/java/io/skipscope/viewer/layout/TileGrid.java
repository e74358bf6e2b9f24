package io.skipscope.viewer.layout;

import java.awt.geom.Rectangle2D;

/**
 * A tile's grid and where it stands on a screen of some scale.
 *
 * @param originX device pixels from the card's left edge to the grid's; {@code originY} likewise
 * @param firstChannel the channel of the grid's first map: the selected one if the tile is enlarged
 * @param deviceScale device pixels per logical pixel
 */
public record TileGrid(
    Tile tile, GridGeometry grid, int originX, int originY, int firstChannel, double deviceScale) {
  private static final double INSET = 3;

  /** All channels of a tile. */
  public static TileGrid ofAll(Tile tile, double deviceScale) {
    return of(tile, tile.step().channels(), 0, deviceScale);
  }

  /** One channel of a tile, as large as fits. */
  public static TileGrid ofOne(Tile tile, int channel, double deviceScale) {
    return of(tile, 1, channel, deviceScale);
  }

  private static TileGrid of(Tile tile, int channels, int firstChannel, double deviceScale) {
    Rectangle2D body = tile.body();
    int areaWidth = (int) Math.max(1, (body.getWidth() - 2 * INSET) * deviceScale);
    int areaHeight = (int) Math.max(1, (body.getHeight() - 2 * INSET) * deviceScale);
    int gap = (int) Math.max(1, Math.round(deviceScale));
    Step step = tile.step();
    GridGeometry grid =
        GridGeometry.fit(channels, step.mapWidth(), step.mapHeight(), areaWidth, areaHeight, gap);
    int originX = (int) Math.round(body.getCenterX() * deviceScale - grid.width() / 2.0);
    int originY = (int) Math.round(body.getCenterY() * deviceScale - grid.height() / 2.0);
    return new TileGrid(tile, grid, originX, originY, firstChannel, deviceScale);
  }

  /** The channel at a point of the card in logical pixels, or -1. */
  public int channelAt(double x, double y) {
    int local = grid.channelAt(x * deviceScale - originX, y * deviceScale - originY);
    return local < 0 ? -1 : firstChannel + local;
  }

  /** How far across its map a point of the card is, from 0 up to 1. */
  public double acrossAt(double x) {
    return grid.acrossAt(x * deviceScale - originX);
  }

  /** How far down its map a point of the card is, from 0 up to 1. */
  public double downAt(double y) {
    return grid.downAt(y * deviceScale - originY);
  }

  public boolean shows(int channel) {
    return channel >= firstChannel && channel < firstChannel + grid.channels();
  }

  /** The frame of a channel's map in logical pixels. */
  public Rectangle2D cell(int channel) {
    int local = channel - firstChannel;
    return new Rectangle2D.Double(
        (originX + grid.cellX(local)) / deviceScale,
        (originY + grid.cellY(local)) / deviceScale,
        grid.cellWidth() / deviceScale,
        grid.cellHeight() / deviceScale);
  }
}
