package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.numberpane.NumberPane;
import io.skipscope.viewer.state.Pointer;
import java.awt.Component;
import java.awt.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small window with text a quarter larger than usual. */
@Tag("display")
class SmallWindowTest {
  private static final int WIDTH = 1200;
  private static final float LARGER = 1.25f;

  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void openSmallWithLargeText() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    window.perform(() -> window.viewer.window().setSize(WIDTH, 800));
    window.update(s -> s.with().windowZoom(LARGER).build());
    awaitTrue("the size", () -> window.viewer.window().getRootPane().getWidth() <= WIDTH);
  }

  @AfterEach
  void close() {
    if (window != null) {
      // The size of text is the program's: the next window would have it too.
      window.update(s -> s.with().windowZoom(1).build());
      window.await("usual text", state -> true);
      window.close();
    }
  }

  /** Layouts that follow a size come in events of their own. */
  private void awaitTrue(String what, BooleanSupplier wanted) {
    window.await(what, state -> DrivenWindow.onEventThread(wanted::getAsBoolean));
  }

  @Test
  void theCardDoesNotScrollSideways() {
    Component card = window.find("card", Component.class);
    JScrollPane pane = (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, card);
    awaitTrue(
        "a card as wide as its place",
        () -> card.getWidth() > 0 && card.getWidth() == pane.getViewport().getWidth());
    assertTrue(DrivenWindow.onEventThread(() -> !pane.getHorizontalScrollBar().isVisible()));
  }

  @Test
  void theControlsAboveTheMapsTakeTwoLines() {
    window.press("ctrl G");
    window.awaitMaps(maps -> true);
    for (String[] line :
        new String[][] {
          {"maps.value", "maps.order", "maps.filter"}, {"maps.range", "maps.gamma", "maps.PIN"}
        }) {
      awaitTrue(
          "one line of " + String.join(", ", line),
          () -> middle(line[0]) > 0 && Math.abs(middle(line[0]) - middle(line[2])) <= 2);
      assertEquals(
          DrivenWindow.<Integer>onEventThread(() -> middle(line[0])),
          DrivenWindow.<Integer>onEventThread(() -> middle(line[1])),
          2);
    }
  }

  /** How far down the window a component's middle is, in logical pixels. Event thread. */
  private int middle(String name) {
    Component part = DrivenWindow.find(window.viewer.window(), name);
    Point middle = new Point(0, part.getHeight() / 2);
    return SwingUtilities.convertPoint(part, middle, window.viewer.window()).y;
  }

  @Test
  void theArithmeticIsHigherWhereItsLinesAreBroken() {
    window.press("ctrl J");
    window.update(s -> s.with().pointer(new Pointer("layer1.0.conv1", 3, 0.5, 0.5)).build());
    NumberPane number = window.find("number", NumberPane.class);
    awaitTrue(
        "its height",
        () -> number.getWidth() > 0 && number.getHeight() == number.getPreferredSize().height);
    int narrow = DrivenWindow.<Integer>onEventThread(number::getHeight);
    window.perform(() -> window.viewer.window().setSize(2 * WIDTH, 800));
    awaitTrue("lower in a wide window", () -> number.getHeight() < narrow);
  }
}
