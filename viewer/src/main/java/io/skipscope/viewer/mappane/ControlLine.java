package io.skipscope.viewer.mappane;

import io.skipscope.viewer.canvas.ShrinkLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToolBar;

/**
 * A line of controls. Where it is narrow, first the controls get narrower, then their labels go,
 * whose words are in tooltips too, and only then it takes two lines.
 */
final class ControlLine extends JToolBar {
  private static final int GAP = 4;

  private final List<JLabel> labels = new ArrayList<>();
  private final ShrinkLayout lines;

  ControlLine() {
    setFloatable(false);
    setBorder(BorderFactory.createEmptyBorder(0, GAP, 0, GAP));
    lines = ShrinkLayout.in(this, GAP);
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            fitLabels();
          }
        });
  }

  /** Adds a label and controls, which stay beside each other. */
  void addLabelled(JLabel label, JComponent... controls) {
    JPanel together = new JPanel();
    together.setLayout(new BoxLayout(together, BoxLayout.X_AXIS));
    together.setOpaque(false);
    together.add(label);
    label.setLabelFor(controls[0]);
    labels.add(label);
    for (JComponent control : controls) {
      together.add(Box.createHorizontalStrut(GAP));
      together.add(control);
    }
    together.add(Box.createHorizontalStrut(GAP));
    add(together);
  }

  /** Shows the labels if all controls can stand in one line with them. */
  void fitLabels() {
    int hidden =
        labels.stream()
            .filter(label -> !label.isVisible())
            .mapToInt(label -> label.getPreferredSize().width)
            .sum();
    boolean room = getWidth() == 0 || lines.leastWidth(this) + hidden <= getWidth();
    labels.forEach(label -> label.setVisible(room));
  }
}
