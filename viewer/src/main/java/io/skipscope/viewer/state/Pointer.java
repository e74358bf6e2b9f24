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
  public int column(int mapWidth) {
    return (int) (across * mapWidth);
  }

  public int row(int mapHeight) {
    return (int) (down * mapHeight);
  }
}
