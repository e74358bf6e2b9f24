package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.drive.WindowDriver;
import java.awt.EventQueue;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The check that every test of the window is under finds what is planted for it. */
class EventThreadCheckTest {
  @Test
  void isThereWithoutBeingAskedFor() {
    assertInstanceOf(EventThreadGuard.class, RepaintManager.currentManager(null));
  }

  @Test
  void aLabelChangedOffTheEventThreadFailsItsTest() {
    JLabel label = WindowDriver.onEventThread(() -> new JLabel("before"));
    label.setText("after");
    AssertionFailedError failure =
        assertThrows(AssertionFailedError.class, EventThreadCheck::check);
    assertTrue(failure.getMessage().contains("JLabel"), failure.getMessage());
  }

  @Test
  void aLabelChangedOnTheEventThreadDoesNot() throws Exception {
    JLabel label = WindowDriver.onEventThread(() -> new JLabel("before"));
    EventQueue.invokeAndWait(() -> label.setText("after"));
    assertEquals(List.of(), EventThreadGuard.takeViolations());
  }
}
