package io.skipscope.viewer.state;

/**
 * The place in a map under the pointer, relative to the map's size, so that maps of different sizes
 * show the same place of the picture.
 *
 * @param tap the name of the value whose map it is
 * @param channel the map's channel
 * @param across from 0 at the left edge up to but not including 1
 * @param down from 0 at the top edge up to but not including 1
 */
public record Pointer(String tap, int channel, double across, double down) {
  /** The middle of a map. */
  public static Pointer middle(String tap, int channel) {
    return new Pointer(tap, channel, 0.5, 0.5);
  }

  /** The same place in another map. */
  public Pointer inMap(String otherTap, int otherChannel) {
    return new Pointer(otherTap, otherChannel, across, down);
  }

  /** The middle of the number some columns and rows further, at most that at the map's edge. */
  public Pointer moved(int columns, int rows, int mapWidth, int mapHeight) {
    int column = Math.max(0, Math.min(mapWidth - 1, column(mapWidth) + columns));
    int row = Math.max(0, Math.min(mapHeight - 1, row(mapHeight) + rows));
    return new Pointer(tap, channel, (column + 0.5) / mapWidth, (row + 0.5) / mapHeight);
  }

  public int column(int mapWidth) {
    return (int) (across * mapWidth);
  }

  public int row(int mapHeight) {
    return (int) (down * mapHeight);
  }
}
