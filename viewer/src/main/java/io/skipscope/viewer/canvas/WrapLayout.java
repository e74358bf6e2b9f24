package io.skipscope.viewer.canvas;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JComponent;

/** Sets components in lines, as many as the container's width asks for. */
public final class WrapLayout extends FlowLayout {
  private WrapLayout(int gap) {
    super(LEFT, gap, gap);
    setAlignOnBaseline(true);
  }

  /**
   * Lays a component out, anew whenever its width, and so the number of its lines, may change.
   *
   * @param gap between components, in logical pixels
   */
  public static WrapLayout in(JComponent target, int gap) {
    WrapLayout lines = new WrapLayout(gap);
    target.setLayout(lines);
    followWidth(target);
    return lines;
  }

  /** Has a component's height follow its width, which is known only when it has been laid out. */
  static void followWidth(JComponent target) {
    target.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            target.revalidate();
          }
        });
  }

  @Override
  public Dimension preferredLayoutSize(Container target) {
    int width = target.getWidth();
    return width == 0 ? super.preferredLayoutSize(target) : sizeWithin(target, width);
  }

  /** How wide the container is if all its components stand in one line. */
  public int lineWidth(Container target) {
    return super.preferredLayoutSize(target).width;
  }

  @Override
  public Dimension minimumLayoutSize(Container target) {
    return new Dimension(0, preferredLayoutSize(target).height);
  }

  private Dimension sizeWithin(Container target, int width) {
    Insets insets = target.getInsets();
    int room = width - insets.left - insets.right - getHgap();
    int line = 0;
    int lineHeight = 0;
    int height = getVgap();
    for (Component part : target.getComponents()) {
      if (!part.isVisible()) {
        continue;
      }
      Dimension size = part.getPreferredSize();
      if (line > 0 && line + size.width + getHgap() > room) {
        height += lineHeight + getVgap();
        line = 0;
        lineHeight = 0;
      }
      line += size.width + getHgap();
      lineHeight = Math.max(lineHeight, size.height);
    }
    height += lineHeight + getVgap() + insets.top + insets.bottom;
    return new Dimension(width, height);
  }
}
