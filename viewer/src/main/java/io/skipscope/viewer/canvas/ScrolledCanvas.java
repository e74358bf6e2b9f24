package io.skipscope.viewer.canvas;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/**
 * A canvas in a scroll pane: as large as what it shows, and at least as large as the pane lets it
 * be.
 */
public abstract class ScrolledCanvas extends Canvas implements Scrollable {
  private static final int STEP = 40;

  /** The middle of what is in view. */
  protected final Point centre() {
    Rectangle visible = getVisibleRect();
    return new Point((int) visible.getCenterX(), (int) visible.getCenterY());
  }

  /**
   * Takes on the size that it prefers after its content became {@code factor} times as large; what
   * was at a point stays there.
   */
  protected final void resizeAround(Point fixed, double factor) {
    Rectangle visible = getVisibleRect();
    visible.translate(
        (int) Math.rint(fixed.x * (factor - 1)), (int) Math.rint(fixed.y * (factor - 1)));
    setSize(getPreferredSize());
    revalidate();
    scrollRectToVisible(visible);
    repaint();
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getPreferredSize().width <= getParent().getWidth();
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getPreferredSize().height <= getParent().getHeight();
  }
}
