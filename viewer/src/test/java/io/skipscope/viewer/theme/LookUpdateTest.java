package io.skipscope.viewer.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.Accent;
import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.ThemeMode;
import java.awt.AWTEvent;
import java.awt.CardLayout;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How windows that are open get another look. */
@Tag("display")
class LookUpdateTest {
  private static final int LABELS = 20;
  private static final int UPDATE_MILLIS = 5;
  private static final Look LIGHT = Look.INITIAL.withMode(ThemeMode.LIGHT);

  /** A label's update, and the event in which it was made. */
  private record Updated(JLabel label, AWTEvent event) {}

  private final List<Updated> updates = new ArrayList<>();
  private final JPanel seen = new JPanel();
  private final JPanel hidden = new JPanel();
  private final JMenuItem item = new JMenuItem("item");
  private JFrame window;

  /** A label that takes its time to get a look. */
  private final class SlowLabel extends JLabel {
    @Override
    public void updateUI() {
      super.updateUI();
      if (isDisplayable()) {
        pause();
        updates.add(new Updated(this, EventQueue.getCurrentEvent()));
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(UPDATE_MILLIS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void openWindow() {
    Assumptions.assumeTrue(
        !GraphicsEnvironment.isHeadless(), "a display is needed: run under Xvfb with DISPLAY set");
    perform(
        () -> {
          Theme.install(LIGHT, 1);
          window = new JFrame("window");
          JPanel cards = new JPanel(new CardLayout());
          cards.add(seen, "seen");
          cards.add(hidden, "hidden");
          for (int i = 0; i < LABELS; i++) {
            seen.add(new SlowLabel());
            hidden.add(new SlowLabel());
          }
          window.add(cards);
          JMenu menu = new JMenu("menu");
          menu.add(item);
          JMenuBar bar = new JMenuBar();
          bar.add(menu);
          window.setJMenuBar(bar);
          window.pack();
          window.setVisible(true);
        });
  }

  @AfterEach
  void closeWindow() {
    if (window != null) {
      perform(
          () -> {
            window.dispose();
            Theme.change(LIGHT);
          });
      awaitLook();
    }
  }

  private static void perform(Runnable work) {
    WindowDriver.onEventThread(
        () -> {
          work.run();
          return null;
        });
  }

  private static void awaitLook() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (WindowDriver.onEventThread(Theme::isChanging)) {
      assertTrue(System.nanoTime() < end, "the look is still changing");
      pause();
    }
  }

  @Test
  void everyComponentHasTheNewLookInTheEnd() {
    Color before = WindowDriver.onEventThread(seen::getBackground);
    perform(() -> Theme.change(LIGHT.withMode(ThemeMode.DARK)));
    awaitLook();
    perform(
        () -> {
          assertEquals(UIManager.getColor("Panel.background"), seen.getBackground());
          assertEquals(UIManager.getColor("Panel.background"), hidden.getBackground());
          assertEquals(UIManager.getColor("MenuItem.foreground"), item.getForeground());
          assertNotEquals(before, seen.getBackground());
        });
    assertEquals(2 * LABELS, updates.stream().map(Updated::label).distinct().count());
  }

  @Test
  void whatCanBeSeenComesFirstAndOtherEventsInBetween() {
    perform(() -> Theme.change(LIGHT.withMode(ThemeMode.DARK)));
    awaitLook();
    List<Boolean> wereSeen = updates.stream().map(u -> u.label().getParent() == seen).toList();
    assertEquals(LABELS, wereSeen.lastIndexOf(true) + 1);
    long events = updates.stream().map(Updated::event).distinct().count();
    // One event has time for four of these labels, and finishes what it has begun.
    assertTrue(events >= 2 * LABELS / 5, events + " events");
  }

  @Test
  void aSecondChangeTakesTheFirstOnesPlace() {
    CountDownLatch larger = new CountDownLatch(1);
    perform(
        () -> {
          Theme.zoom(1.5f, larger::countDown);
          Theme.change(LIGHT.withMode(ThemeMode.DARK).withAccent(Accent.ORANGE));
        });
    awaitLook();
    assertEquals(0, larger.getCount());
    assertEquals(2 * LABELS, updates.size());
    perform(
        () -> {
          assertEquals(UIManager.getFont("MenuItem.font").getSize(), item.getFont().getSize());
          Theme.zoom(1, () -> {});
        });
    awaitLook();
  }
}
