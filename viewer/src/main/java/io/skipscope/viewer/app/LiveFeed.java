package io.skipscope.viewer.app;

import io.skipscope.viewer.live.LiveSource;
import io.skipscope.viewer.state.LiveInput;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.state.StateStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.Timer;

/**
 * Runs what a source shows, again and again, until the state has no live input any more, another
 * picture is opened, or a run fails or is cancelled.
 *
 * <p>A frame is captured when its turn to run has come, not before: there is no queue of frames,
 * and each is the newest. Event thread but for the capture.
 */
final class LiveFeed {
  private static final long LEAST_MILLIS = 33;
  private static final long LEAST_PAUSE_MILLIS = 5;

  private final StateStore store;
  private final Controller controller;
  private final Timer pause = new Timer(0, event -> next());
  private volatile LiveSource source;
  private volatile OpenPicture last;
  private long askedNanos;
  private long shownNanos;
  private boolean running;

  LiveFeed(StateStore store, Controller controller) {
    this.store = store;
    this.controller = controller;
    pause.setRepeats(false);
  }

  /** Starts, or goes on with another source; it is closed when its last frame has been shown. */
  void start(LiveSource next) {
    release();
    source = next;
    store.update(s -> s.with().live(new LiveInput(next.name(), 0)).build());
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
    controller.showNext(source.name(), this::newest, this::shown, this::ended);
  }

  /** Another picture may have been opened, or the user have stopped it. Any thread. */
  private boolean isGoing() {
    return store.state().live() != null && store.state().picture() == last;
  }

  /** Null once it is over. On the worker's thread. */
  private OpenPicture newest() {
    if (!isGoing()) {
      return null;
    }
    last = new OpenPicture("", source.newest());
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
    release();
  }

  /** To stop a camera takes a moment, for which the event thread must not wait. */
  private void release() {
    if (source != null) {
      CompletableFuture.runAsync(source::close);
    }
  }
}
