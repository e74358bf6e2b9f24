package io.skipscope.viewer.layout;

import java.awt.Rectangle;

/**
 * Where the frames of a film strip are: in one row, each with its caption beneath. Logical pixels.
 *
 * @param count of frames
 * @param side of a frame
 * @param captionHeight of the text beneath
 */
public record FilmGeometry(int count, int side, int captionHeight) {
  private static final int GAP = 8;

  public int width() {
    return GAP + count * step();
  }

  public int height() {
    return GAP + side + captionHeight;
  }

  private int step() {
    return side + GAP;
  }

  /** A frame with its caption. */
  public Rectangle frame(int index) {
    return new Rectangle(GAP + index * step(), GAP / 2, side, side + captionHeight);
  }

  /** A frame with the gaps around it, to be scrolled to. */
  public Rectangle around(int index) {
    Rectangle frame = frame(index);
    frame.grow(GAP, 0);
    return frame;
  }

  /** The first frame of which something may be seen to the right of x. */
  public int firstFrom(double x) {
    return Math.max(0, Math.min(count, (int) ((x - GAP) / step())));
  }

  /** The index after the last frame of which something may be seen to the left of x. */
  public int endBefore(double x) {
    return Math.max(0, Math.min(count, (int) Math.ceil((x - GAP) / step())));
  }

  /** The frame at x, the gap after it included; -1 outside. */
  public int indexAt(double x) {
    int index = (int) Math.floor((x - GAP) / step());
    return index < count ? Math.max(-1, index) : -1;
  }

  /** How many whole frames a width shows, at least 1. */
  public int perPage(int shownWidth) {
    return Math.max(1, (shownWidth - GAP) / step());
  }
}
