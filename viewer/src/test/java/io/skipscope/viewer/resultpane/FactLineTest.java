package io.skipscope.viewer.resultpane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Point;
import javax.swing.Box;
import javax.swing.JScrollPane;
import org.junit.jupiter.api.Test;

class FactLineTest {
  @Test
  void aNewTextLeavesThePaneAroundItWhereItWas() throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          Box column = Box.createVerticalBox();
          column.add(Box.createVerticalStrut(300));
          FactLine line = new FactLine("fact.device");
          column.add(line);
          JScrollPane pane = new JScrollPane(column);
          pane.setSize(new Dimension(200, 100));
          lay(pane);
          line.show("a device whose name is so long that it needs several lines to be written");
          lay(pane);
          line.show("another one");
          assertEquals(new Point(), pane.getViewport().getViewPosition());
        });
  }

  private static void lay(Container part) {
    part.doLayout();
    for (Component child : part.getComponents()) {
      if (child instanceof Container inner) {
        lay(inner);
      }
    }
  }
}
