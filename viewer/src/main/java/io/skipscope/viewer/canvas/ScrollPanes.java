package io.skipscope.viewer.canvas;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/** Makes scroll panes that leave the arrow keys to the window's actions. */
public final class ScrollPanes {
  private static final int WHEEL_STEP = 24;

  private ScrollPanes() {}

  public static JScrollPane of(JComponent view) {
    JScrollPane pane = new JScrollPane(view);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.getVerticalScrollBar().setUnitIncrement(WHEEL_STEP);
    for (String key : new String[] {"UP", "DOWN", "LEFT", "RIGHT"}) {
      pane.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
          .put(KeyStroke.getKeyStroke(key), "none");
    }
    return pane;
  }
}
