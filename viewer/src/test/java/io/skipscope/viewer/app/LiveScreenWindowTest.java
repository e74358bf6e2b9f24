package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import javax.swing.JDialog;
import javax.swing.JWindow;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A coloured spot on the screen, which the window runs live. */
@Tag("display")
@Timeout(120)
class LiveScreenWindowTest {
  private static final int SIDE = 80;

  @TempDir private Path folder;
  private DrivenWindow window;
  private JWindow spot;

  @BeforeEach
  void open() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    spot = WindowDriver.onEventThread(JWindow::new);
    window.perform(
        () -> {
          spot.setAlwaysOnTop(true);
          spot.setBounds(0, 0, SIDE, SIDE);
          spot.getContentPane().setBackground(Color.RED);
          spot.setVisible(true);
        });
  }

  @AfterEach
  void close() {
    if (spot != null) {
      window.perform(spot::dispose);
    }
    if (window != null) {
      window.close();
    }
  }

  /** As {@link DrivenWindow#await}, but between two frames the engine never rests for long. */
  private ViewerState awaitLive(String what, Predicate<ViewerState> wanted)
      throws InterruptedException {
    for (int i = 0; i < 3000; i++) {
      ViewerState state = window.state();
      if (wanted.test(state)) {
        return state;
      }
      Thread.sleep(10);
    }
    throw new AssertionError(what + ": " + window.state().message());
  }

  private Component chooser() throws InterruptedException {
    KeyStroke key = KeyStroke.getKeyStroke("ctrl alt R");
    EventQueue.invokeLater(() -> window.dispatch(key));
    for (int i = 0; i < 3000; i++) {
      Component found = WindowDriver.onEventThread(LiveScreenWindowTest::shownChooser);
      if (found != null) {
        return found;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("no chooser: " + window.state().message());
  }

  private static Component shownChooser() {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w instanceof JDialog && w.isShowing())
        .map(w -> WindowDriver.find(w, "live.region"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void mouse(Component target, int id, int x, int y) {
    window.perform(
        () ->
            target.dispatchEvent(
                new MouseEvent(target, id, 0, 0, x, y, 1, false, MouseEvent.BUTTON1)));
  }

  private void drag(Component target, int from, int to) {
    mouse(target, MouseEvent.MOUSE_PRESSED, from, from);
    mouse(target, MouseEvent.MOUSE_DRAGGED, to, to);
    mouse(target, MouseEvent.MOUSE_RELEASED, to, to);
  }

  private static Predicate<ViewerState> seen(int rgb) {
    return s ->
        s.run().seen().name().equals("screen")
            && Arrays.stream(s.run().seen().rgb()).allMatch(pixel -> pixel == rgb);
  }

  @Test
  void theNetworkFollowsTheScreenUntilEscape() throws InterruptedException {
    drag(chooser(), 8, 72);
    ViewerState red = awaitLive("red", s -> s.live() != null && seen(0xFF0000).test(s));
    assertEquals(64, red.picture().picture().width());
    assertEquals(64, red.picture().picture().height());
    window.perform(() -> spot.getContentPane().setBackground(Color.BLUE));
    ViewerState blue = awaitLive("blue", seen(0x0000FF));
    assertNotEquals(red.run().predictions(), blue.run().predictions());
    awaitLive("a rate", s -> s.live().framesPerSecond() > 0);
    Component rate = window.find("fact.live", Component.class);
    assertTrue(WindowDriver.onEventThread(rate::isVisible));
    window.press("ESCAPE");
    ViewerState stopped = window.await("rest", s -> s.live() == null);
    assertFalse(WindowDriver.onEventThread(rate::isVisible));
    window.perform(() -> spot.getContentPane().setBackground(Color.RED));
    Thread.sleep(300);
    assertSame(stopped.picture(), window.state().picture());
  }

  @Test
  void aBlockChosenMeanwhileIsShownLive() throws InterruptedException {
    drag(chooser(), 8, 72);
    awaitLive("red", seen(0xFF0000));
    window.perform(() -> window.viewer.controller().selectBlock(5));
    awaitLive("the block", s -> s.live() != null && s.run().block() == 5);
    window.press("ESCAPE");
    ViewerState stopped = window.await("rest", s -> s.live() == null && s.survey() != null);
    assertEquals(5, stopped.block());
  }

  @Test
  void givingUpTheChoiceLeavesThePictureAsItIs() throws InterruptedException {
    ViewerState before = window.state();
    RegionChooser chooser = (RegionChooser) chooser();
    window.perform(() -> chooser.getActionMap().get("ESCAPE").actionPerformed(null));
    ViewerState after = window.await("rest", s -> true);
    assertNull(after.live());
    assertSame(before.run(), after.run());
  }
}
