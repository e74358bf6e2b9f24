package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.image.Picture;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.live.LiveSource;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames that a test makes follow each other, without a window or a model. */
@Timeout(60)
class LiveFeedTest {
  private static final int FRAMES = 6;

  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final Controller controller =
      new Controller(store, new Worker(store, EventQueue::invokeLater));
  private final List<Picture> captured = new CopyOnWriteArrayList<>();
  private final List<Picture> shownAtCapture = new CopyOnWriteArrayList<>();
  private final CountDownLatch enough = new CountDownLatch(FRAMES);
  private final LiveFeed feed = new LiveFeed(store, controller);

  private final CountDownLatch closed = new CountDownLatch(1);

  private final LiveSource source =
      new LiveSource() {
        @Override
        public String name() {
          return "counter";
        }

        @Override
        public Picture newest() {
          return capture();
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };

  private Picture capture() {
    if (!captured.isEmpty()) {
      shownAtCapture.add(store.state().picture().picture());
    }
    Picture frame = new Picture("frame", 1, 1, new int[] {captured.size()});
    captured.add(frame);
    enough.countDown();
    return frame;
  }

  private static void perform(Runnable work) {
    WindowDriver.onEventThread(
        () -> {
          work.run();
          return null;
        });
  }

  @AfterEach
  void close() {
    perform(feed::stop);
    perform(controller::close);
  }

  private void awaitFrames() throws InterruptedException {
    assertTrue(enough.await(30, TimeUnit.SECONDS), "only " + captured.size() + " frames");
  }

  /** A task of its own ends after every frame that was asked for before it. */
  private void awaitRest() throws InterruptedException {
    CountDownLatch rest = new CountDownLatch(1);
    perform(() -> controller.work("rest", (state, job) -> "", done -> rest.countDown()));
    rest.await();
    perform(() -> {});
  }

  @Test
  void aFrameIsCapturedOnlyWhenTheOneBeforeIsShown() throws InterruptedException {
    perform(() -> feed.start(source));
    awaitFrames();
    perform(feed::stop);
    for (int i = 0; i < shownAtCapture.size(); i++) {
      assertSame(captured.get(i), shownAtCapture.get(i));
    }
  }

  @Test
  void theRateIsMeasuredAndNothingIsCapturedAfterTheEnd() throws InterruptedException {
    perform(() -> feed.start(source));
    awaitFrames();
    double rate = WindowDriver.onEventThread(() -> store.state().live().framesPerSecond());
    assertTrue(rate > 0, "frames a second: " + rate);
    perform(feed::stop);
    awaitRest();
    int before = captured.size();
    Thread.sleep(150);
    assertEquals(before, captured.size());
    assertSame(captured.get(before - 1), store.state().picture().picture());
  }

  @Test
  void anotherPictureEndsItAndStays() throws InterruptedException {
    Picture other = new Picture("other", 1, 1, new int[] {7});
    perform(() -> feed.start(source));
    awaitFrames();
    perform(() -> controller.openPicture(other));
    while (store.state().live() != null) {
      Thread.sleep(10);
    }
    awaitRest();
    assertSame(other, store.state().picture().picture());
  }

  @Test
  void aSourceThatCannotBeReadEndsItWithOneLine() throws InterruptedException {
    LiveSource blind =
        new LiveSource() {
          @Override
          public String name() {
            return "blind";
          }

          @Override
          public Picture newest() {
            throw new InputException("screen", "nothing", "a desktop");
          }
        };
    perform(() -> feed.start(blind));
    awaitRest();
    assertNull(store.state().live());
    assertTrue(store.state().message().text().contains("a desktop"));
    assertNull(store.state().picture());
  }

  @Test
  void theSourceIsClosedOnceItsLastFrameIsShown() throws InterruptedException {
    perform(() -> feed.start(source));
    awaitFrames();
    assertEquals(1, closed.getCount());
    perform(feed::stop);
    assertTrue(closed.await(30, TimeUnit.SECONDS), "still open");
  }
}
