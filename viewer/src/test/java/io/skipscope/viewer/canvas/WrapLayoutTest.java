package io.skipscope.viewer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.util.Arrays;
import javax.swing.Box;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class WrapLayoutTest {
  private static final int GAP = 4;
  private static final int WIDTH = 100;
  private static final int HEIGHT = 20;

  private final JPanel panel = new JPanel();

  private int heightWithin(int width) {
    panel.setSize(width, 1);
    return panel.getPreferredSize().height;
  }

  private void addParts(int count) {
    WrapLayout.in(panel, GAP);
    for (int i = 0; i < count; i++) {
      panel.add(Box.createRigidArea(new Dimension(WIDTH, HEIGHT)));
    }
  }

  @Test
  void narrowerPanelsHaveMoreLines() {
    addParts(3);
    assertEquals(HEIGHT + 2 * GAP, heightWithin(3 * WIDTH + 5 * GAP));
    assertEquals(2 * HEIGHT + 3 * GAP, heightWithin(2 * WIDTH + 4 * GAP));
    assertEquals(3 * HEIGHT + 4 * GAP, heightWithin(WIDTH + 2 * GAP));
  }

  @Test
  void everyPartIsWithinThePanel() {
    addParts(5);
    for (int width = WIDTH + 2 * GAP; width < 6 * WIDTH; width += 7) {
      panel.setSize(width, heightWithin(width));
      panel.doLayout();
      assertTrue(
          Arrays.stream(panel.getComponents())
              .map(Component::getBounds)
              .allMatch(part -> panel.getBounds().contains(part)));
    }
  }

  @Test
  void whatIsHiddenTakesNoRoom() {
    addParts(2);
    panel.getComponent(0).setVisible(false);
    assertEquals(HEIGHT + 2 * GAP, heightWithin(WIDTH + 2 * GAP));
  }
}
