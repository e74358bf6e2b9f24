package io.skipscope.viewer.drive;

import io.skipscope.viewer.app.Viewer;
import io.skipscope.viewer.keep.SettingsFile;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.theme.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.RepaintManager;

/** A window that a program uses as a user would. Any thread but the event thread. */
public class WindowDriver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Viewer viewer;

  protected WindowDriver(Viewer viewer) {
    this.viewer = viewer;
  }

  /**
   * Opens the window on a model and a picture.
   *
   * @param settings written when the window closes
   * @param model null for the bundled one; {@code picture} likewise
   */
  public static WindowDriver open(SettingsFile settings, String model, Path picture) {
    return new WindowDriver(Viewer.open(settings, model, picture));
  }

  public final Viewer viewer() {
    return viewer;
  }

  /** Does something on the event thread and waits for what it gives. */
  public static <T> T onEventThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      EventQueue.invokeAndWait(task);
      return task.get();
    } catch (InterruptedException | InvocationTargetException e) {
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  public final void perform(Runnable work) {
    onEventThread(
        () -> {
          work.run();
          return null;
        });
  }

  /** Does something on the event thread, and paints at once what it has changed. */
  public final void performAndPaint(Runnable work) {
    perform(
        () -> {
          work.run();
          paintNow();
        });
  }

  /** Paints what has changed. Event thread. */
  public final void paintNow() {
    RepaintManager.currentManager(viewer.window()).paintDirtyRegions();
    Toolkit.getDefaultToolkit().sync();
  }

  public final ViewerState state() {
    return onEventThread(() -> viewer.store().state());
  }

  /** Waits until the state is as wanted, nothing is under way and every component has its look. */
  public final ViewerState await(String what, Predicate<ViewerState> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      ViewerState state = state();
      boolean changing = onEventThread(Theme::isChanging);
      if (state.progress() == null && !changing && wanted.test(state)) {
        return state;
      }
      pause();
    }
    ViewerState state = state();
    throw new IllegalStateException(
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
  public final void press(String key) {
    press(KeyStroke.getKeyStroke(key));
  }

  public final void press(KeyStroke key) {
    perform(() -> dispatch(key));
  }

  /** As {@link #press(KeyStroke)}, together with other work of one event. Event thread. */
  public final void dispatch(KeyStroke key) {
    JComponent root = viewer.window().getRootPane();
    root.dispatchEvent(
        new KeyEvent(
            root,
            KeyEvent.KEY_PRESSED,
            System.currentTimeMillis(),
            key.getModifiers(),
            key.getKeyCode(),
            KeyEvent.CHAR_UNDEFINED));
  }

  /** The component of that name. */
  public final <C extends Component> C find(String name, Class<C> type) {
    return type.cast(onEventThread(() -> find(viewer.window(), name)));
  }

  /** The first component of that name in another one; null without. Event thread. */
  public static Component find(Container parent, String name) {
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

  /** Closes the window and waits until it has done what it does then. */
  @Override
  public void close() {
    perform(viewer.window()::dispose);
    perform(() -> {});
  }
}
