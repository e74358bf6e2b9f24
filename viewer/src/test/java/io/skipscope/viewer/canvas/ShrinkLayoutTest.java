package io.skipscope.viewer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.util.Arrays;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class ShrinkLayoutTest {
  private static final int GAP = 4;
  private static final int HEIGHT = 20;

  private final JPanel panel = new JPanel();
  private final ShrinkLayout layout = ShrinkLayout.in(panel, GAP);

  private JPanel add(int least, int preferred) {
    JPanel part = new JPanel();
    part.setMinimumSize(new Dimension(least, HEIGHT));
    part.setPreferredSize(new Dimension(preferred, HEIGHT));
    panel.add(part);
    return part;
  }

  private void layOut(int width) {
    panel.setSize(width, 1);
    panel.setSize(width, panel.getPreferredSize().height);
    panel.doLayout();
  }

  @Test
  void partsHaveTheirWidthsWhereThereIsRoom() {
    Component first = add(10, 100);
    Component second = add(50, 50);
    layOut(400);
    assertEquals(100, first.getWidth());
    assertEquals(50, second.getWidth());
    assertEquals(HEIGHT + 2 * GAP, panel.getHeight());
  }

  @Test
  void partsThatCanGetNarrowerDoSoInProportionBeforeAnotherLineIsTaken() {
    Component fixed = add(50, 50);
    Component some = add(60, 100);
    Component much = add(20, 100);
    layOut(50 + 100 + 100 + 4 * GAP - 60);
    assertEquals(HEIGHT + 2 * GAP, panel.getHeight());
    assertEquals(50, fixed.getWidth());
    assertEquals(80, some.getWidth());
    assertEquals(60, much.getWidth());
  }

  @Test
  void belowTheLeastWidthTheLastPartGoesToALineOfItsOwn() {
    add(50, 50);
    add(60, 100);
    Component last = add(20, 100);
    int least = layout.leastWidth(panel);
    assertEquals(50 + 60 + 20 + 4 * GAP, least);
    layOut(least);
    assertEquals(HEIGHT + 2 * GAP, panel.getHeight());
    layOut(least - 1);
    assertEquals(2 * HEIGHT + 3 * GAP, panel.getHeight());
    assertEquals(GAP + HEIGHT + GAP, last.getY());
  }

  @Test
  void everyPartIsWithinThePanelAtAnyWidth() {
    for (int i = 0; i < 5; i++) {
      add(30 + 10 * i, 100);
    }
    for (int width = 70 + 2 * GAP; width < 600; width += 7) {
      layOut(width);
      assertTrue(
          Arrays.stream(panel.getComponents())
              .map(Component::getBounds)
              .allMatch(part -> panel.getBounds().contains(part)),
          "at " + width);
    }
  }

  @Test
  void whatIsHiddenTakesNoRoom() {
    add(100, 100).setVisible(false);
    add(100, 100);
    layOut(100 + 2 * GAP);
    assertEquals(HEIGHT + 2 * GAP, panel.getHeight());
  }
}
