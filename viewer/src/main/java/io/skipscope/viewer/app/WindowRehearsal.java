package io.skipscope.viewer.app;

import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.swing.JPanel;
import javax.swing.JRootPane;

/**
 * A start without a window: all that the window would show is made, and painted into a picture as
 * often as a start paints it. Needs no display. Any thread but the event thread.
 */
final class WindowRehearsal {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final long PATIENCE_SECONDS = 60;

  private final Start start = new Start(ViewerState.INITIAL);
  private final BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private JRootPane root;

  private WindowRehearsal() {}

  /**
   * Starts on a model and a picture, and goes on to the model's second block.
   *
   * @return what the window would show then, at its usual scale
   */
  static BufferedImage run(String model, Path picture) {
    WindowRehearsal rehearsal = new WindowRehearsal();
    try {
      rehearsal.play(model, picture);
    } finally {
      EventSteps.run(rehearsal::close);
    }
    return rehearsal.screen;
  }

  private void play(String model, Path picture) {
    start.begin(model, picture);
    WindowContent content = EventSteps.get(this::places);
    EventSteps.run(this::paint);
    start.fill(content);
    EventSteps.run(this::paint);
    paintOnce(state -> state.model() != null);
    paintOnce(state -> state.run() != null);
    paintOnce(state -> state.survey() != null);
    // Its maps are made ready on the worker's thread, for where the first ones were painted.
    EventSteps.run(() -> start.controller().selectBlock(1));
    paintOnce(state -> state.run().block() == 1);
  }

  private void paintOnce(Predicate<ViewerState> wanted) {
    await(wanted);
    EventSteps.run(this::paint);
  }

  private WindowContent places() {
    root = new JRootPane();
    // A root pane asks what is around it for events.
    new JPanel(null).add(root);
    root.setSize(WIDTH, HEIGHT);
    WindowContent content =
        new WindowContent(root, WIDTH, () -> {}, start.store(), start.controller(), start.worker());
    // As a window does when it is shown: only then parts are laid out and painted.
    root.addNotify();
    return content;
  }

  private void paint() {
    // Nobody does it for what is not shown.
    root.validate();
    Graphics2D g = screen.createGraphics();
    root.paint(g);
    g.dispose();
  }

  /** Waits until all panes have followed to such a state. */
  private void await(Predicate<ViewerState> wanted) {
    CountDownLatch reached = new CountDownLatch(1);
    StateStore store = start.store();
    EventSteps.run(
        () ->
            store.addListener(
                (changes, state) -> {
                  if (wanted.test(state)) {
                    reached.countDown();
                  }
                }));
    try {
      if (!reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "not within " + PATIENCE_SECONDS + " s; " + store.state().message());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void close() {
    if (root != null) {
      root.removeNotify();
    }
    start.controller().close();
  }
}
