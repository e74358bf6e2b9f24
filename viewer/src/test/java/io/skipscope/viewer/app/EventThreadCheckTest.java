package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.skipscope.viewer.drive.WindowDriver;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The check that every test of the window is under finds what is planted for it. */
@Tag("display")
class EventThreadCheckTest {
  @Test
  void isThereWithoutBeingAskedFor() {
    assertInstanceOf(EventThreadGuard.class, RepaintManager.currentManager(null));
  }

  @Test
  void aLabelChangedOffTheEventThreadFailsItsTest() {
    JLabel label = shown();
    label.setText("after");
    AssertionFailedError failure =
        assertThrows(AssertionFailedError.class, EventThreadCheck::check);
    assertTrue(failure.getMessage().contains("JLabel"), failure.getMessage());
    close(label);
  }

  @Test
  void aLabelChangedOnTheEventThreadDoesNot() throws Exception {
    JLabel label = shown();
    EventQueue.invokeAndWait(() -> label.setText("after"));
    assertEquals(List.of(), EventThreadGuard.takeViolations());
    close(label);
  }

  private static JLabel shown() {
    assumeFalse(GraphicsEnvironment.isHeadless(), "a display is needed: run under Xvfb");
    return WindowDriver.onEventThread(
        () -> {
          JLabel label = new JLabel("before");
          JFrame frame = new JFrame();
          frame.add(label);
          frame.pack();
          frame.setVisible(true);
          return label;
        });
  }

  private static void close(JLabel label) {
    WindowDriver.onEventThread(
        () -> {
          SwingUtilities.getWindowAncestor(label).dispose();
          return null;
        });
  }
}
