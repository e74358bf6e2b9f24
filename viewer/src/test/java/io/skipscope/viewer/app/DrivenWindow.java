package io.skipscope.viewer.app;

import io.skipscope.viewer.keep.Settings;
import io.skipscope.viewer.keep.SettingsFile;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Assumptions;

/** The real window, driven from a test. */
final class DrivenWindow implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Viewer viewer;

  private DrivenWindow(Viewer viewer) {
    this.viewer = viewer;
  }

  /**
   * Opens the window on a model and a picture as at a first start, or skips the test where there is
   * no display.
   */
  static DrivenWindow open(String model, Path picture) {
    Path settings = Path.of("target", "viewer-test.json");
    try {
      Files.deleteIfExists(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(settings, model, picture);
  }

  /** As above, with the settings of a file, which is written when the window closes. */
  static DrivenWindow open(Path file, String model, Path picture) {
    boolean display = !GraphicsEnvironment.isHeadless();
    if (!display) {
      System.err.println("SKIPPED: no display; run under Xvfb with DISPLAY set");
    }
    Assumptions.assumeTrue(display, "a display is needed: run under Xvfb with DISPLAY set");
    EventThreadGuard.install();
    SettingsFile settings = new SettingsFile(file);
    if (!Files.exists(file)) {
      settings.write(firstStart());
    }
    return new DrivenWindow(onEventThread(() -> Viewer.show(settings, model, picture)));
  }

  /** The user's theme and language must not decide what a test sees. */
  private static Settings firstStart() {
    ViewerState state =
        ViewerState.INITIAL
            .with()
            .look(Look.INITIAL.withMode(ThemeMode.LIGHT))
            .language(Language.ENGLISH)
            .build();
    return Settings.of(state);
  }

  static <T> T onEventThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      EventQueue.invokeAndWait(task);
      return task.get();
    } catch (InterruptedException | InvocationTargetException e) {
      throw new AssertionError(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  void perform(Runnable work) {
    onEventThread(
        () -> {
          work.run();
          return null;
        });
  }

  ViewerState state() {
    return onEventThread(() -> viewer.store().state());
  }

  /** Waits until the state is as wanted and nothing is under way. */
  ViewerState await(String what, Predicate<ViewerState> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      ViewerState state = state();
      if (state.progress() == null && wanted.test(state)) {
        return state;
      }
      pause();
    }
    ViewerState state = state();
    throw new AssertionError(
        what + " not within " + PATIENCE + "; " + state.message() + ", " + state.progress());
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Does what the key does wherever the focus is in the window. */
  void press(String key) {
    perform(
        () -> {
          JComponent root = viewer.window().getRootPane();
          KeyStroke stroke = KeyStroke.getKeyStroke(key);
          root.dispatchEvent(
              new KeyEvent(
                  root,
                  KeyEvent.KEY_PRESSED,
                  System.currentTimeMillis(),
                  stroke.getModifiers(),
                  stroke.getKeyCode(),
                  KeyEvent.CHAR_UNDEFINED));
        });
  }

  /** The component of that name. */
  <C extends Component> C find(String name, Class<C> type) {
    return type.cast(onEventThread(() -> find(viewer.window(), name)));
  }

  static Component find(Container parent, String name) {
    for (Component child : parent.getComponents()) {
      if (name.equals(child.getName())) {
        return child;
      }
      Component inner = child instanceof Container container ? find(container, name) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  /** The window's content as it is on the screen. */
  BufferedImage picture() {
    return onEventThread(
        () -> {
          Container content = viewer.window().getRootPane();
          BufferedImage image =
              new BufferedImage(
                  content.getWidth(), content.getHeight(), BufferedImage.TYPE_INT_RGB);
          Graphics2D g = image.createGraphics();
          content.paint(g);
          g.dispose();
          return image;
        });
  }

  /** Closes the window and waits until it has done what it does then. */
  @Override
  public void close() {
    perform(viewer.window()::dispose);
    perform(() -> {});
  }
}
