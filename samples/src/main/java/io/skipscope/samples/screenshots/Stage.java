package io.skipscope.samples.screenshots;

import io.skipscope.job.Job;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.job.FilmStrips;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.Folds;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.swing.KeyStroke;

/** The window in which scenes are shown, one after the other. Any thread but the event thread. */
record Stage(WindowDriver window, Path strip) {
  private static final Dimension SIZE = new Dimension(1480, 940);
  private static final int STILL_MILLIS = 400;
  private static final int MOST_PICTURES = 25;

  /** Gives the window its size, with the first maps in it. */
  void set() {
    window.await("the first maps", s -> s.run() != null);
    window.perform(
        () -> {
          window.viewer().window().setSize(SIZE);
          window.viewer().window().validate();
        });
  }

  /** Shows the selected block's card, and nothing else. */
  void clear() {
    window.perform(() -> dialog().ifPresent(Window::dispose));
    window.perform(() -> window.viewer().controller().change(h -> h.then(Changes.NONE)));
    update(
        s ->
            s.with()
                .maps(MapsChoice.INITIAL)
                .folds(Folds.of(Folds.Level.BLOCKS))
                .enlarged(false)
                .arithmetic(false)
                .pointer(null)
                .field(null)
                .comparison(null)
                .filmStrip(null)
                .units(null)
                .message(null)
                .build());
    window.await("the network as it was opened", s -> s.run().changes().isEmpty());
  }

  void update(UnaryOperator<ViewerState> edit) {
    window.perform(() -> window.viewer().store().update(edit));
  }

  void press(String key) {
    changes(key, s -> true);
  }

  /** Presses a key and waits for what it brings about. */
  void changes(String key, Predicate<ViewerState> wanted) {
    window.press(key);
    window.await(key, wanted);
  }

  /** Shows the pictures of the strip's folder or ZIP file, the second of them as the input. */
  void showStrip() {
    FilmStrip pictures = FilmStrips.of(strip, Job.unwatched());
    update(s -> s.with().filmStrip(pictures.at(0)).build());
    changes("ctrl RIGHT", s -> s.filmStrip().shows(s.picture()));
  }

  /** Presses a key that opens a dialog, which may hold the event that opens it until it closes. */
  void openDialog(String key) {
    EventQueue.invokeLater(() -> window.dispatch(KeyStroke.getKeyStroke(key)));
    while (!WindowDriver.onEventThread(() -> dialog().isPresent())) {
      pause();
    }
  }

  private static Optional<Dialog> dialog() {
    return Arrays.stream(Window.getWindows())
        .filter(Window::isShowing)
        .filter(Dialog.class::isInstance)
        .map(Dialog.class::cast)
        .findFirst();
  }

  /** The foremost window, as soon as nothing in it moves any more. */
  BufferedImage picture() {
    pause();
    window.await("rest", s -> true);
    BufferedImage last = paint();
    for (int i = 0; i < MOST_PICTURES; i++) {
      pause();
      BufferedImage next = paint();
      if (Photograph.isSame(last, next)) {
        return next;
      }
      last = next;
    }
    throw new IllegalStateException("the window did not come to rest");
  }

  private BufferedImage paint() {
    return WindowDriver.onEventThread(
        () -> Photograph.of(dialog().<Window>map(d -> d).orElse(window.viewer().window())));
  }

  private static void pause() {
    try {
      Thread.sleep(STILL_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
