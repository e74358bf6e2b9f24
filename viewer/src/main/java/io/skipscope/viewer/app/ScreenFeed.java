package io.skipscope.viewer.app;

import io.skipscope.image.Picture;
import io.skipscope.viewer.state.LiveScreen;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.awt.Rectangle;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.swing.Timer;

/**
 * Runs what a region of the screen shows, again and again, until the state has no live screen any
 * more, another picture is opened, or a run fails or is cancelled.
 *
 * <p>A frame is captured when its turn to run has come, not before: there is no queue of frames,
 * and each is the newest. Event thread but for the capture.
 */
final class ScreenFeed {
  private static final long LEAST_MILLIS = 33;
  private static final long LEAST_PAUSE_MILLIS = 5;

  private final StateStore store;
  private final Controller controller;
  private final Function<Rectangle, Picture> capture;
  private final Timer pause = new Timer(0, event -> next());
  private volatile OpenPicture last;
  private long askedNanos;
  private long shownNanos;
  private boolean running;

  /**
   * @param capture what a region, in the desktop's logical pixels, shows; called on the worker's
   *     thread
   */
  ScreenFeed(StateStore store, Controller controller, Function<Rectangle, Picture> capture) {
    this.store = store;
    this.controller = controller;
    this.capture = capture;
    pause.setRepeats(false);
  }

  /**
   * Starts, or goes on with another region.
   *
   * @param region in the desktop's logical pixels, not empty
   */
  void start(Rectangle region) {
    store.update(s -> s.with().live(new LiveScreen(region, 0)).build());
    shownNanos = 0;
    if (!running) {
      running = true;
      last = store.state().picture();
      next();
    }
  }

  /** Ends it after the frame that is under way. */
  void stop() {
    store.update(s -> s.with().live(null).build());
  }

  private void next() {
    if (!isGoing()) {
      ended();
      return;
    }
    askedNanos = System.nanoTime();
    controller.showNext(Text.of("live.picture"), this::newest, this::shown, this::ended);
  }

  /** Another picture may have been opened, or the user have stopped it. Any thread. */
  private boolean isGoing() {
    return store.state().live() != null && store.state().picture() == last;
  }

  /** Null once it is over. On the worker's thread. */
  private OpenPicture newest() {
    LiveScreen live = store.state().live();
    if (live == null || !isGoing()) {
      return null;
    }
    last = new OpenPicture("", capture.apply(live.region()));
    return last;
  }

  private void shown() {
    if (!isGoing()) {
      ended();
      return;
    }
    long now = System.nanoTime();
    long before = shownNanos;
    shownNanos = now;
    if (before != 0) {
      store.update(s -> s.with().live(s.live().after(now - before)).build());
    }
    // The rest of the window needs time too.
    long spentMillis = TimeUnit.NANOSECONDS.toMillis(now - askedNanos);
    pause.setInitialDelay((int) Math.max(LEAST_PAUSE_MILLIS, LEAST_MILLIS - spentMillis));
    pause.start();
  }

  private void ended() {
    running = false;
    stop();
  }
}
