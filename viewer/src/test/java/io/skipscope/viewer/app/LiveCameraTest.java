package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.image.Picture;
import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.live.LiveSource;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The camera's command, with cameras that a test makes. */
@Timeout(60)
class LiveCameraTest {
  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final Controller controller =
      new Controller(store, new Worker(store, EventQueue::invokeLater));
  private final CountDownLatch closed = new CountDownLatch(1);
  private final LiveSource camera =
      new LiveSource() {
        @Override
        public String name() {
          return "desk";
        }

        @Override
        public Picture newest() {
          return new Picture(name(), 1, 1, new int[] {5});
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };

  private void perform(Supplier<List<LiveSource>> cameras) {
    ActionTable table = new ActionTable();
    new LiveActions(null, store, controller, cameras).addTo(table);
    WindowDriver.onEventThread(
        () -> {
          table.get(Command.LIVE_CAMERA).actionPerformed(null);
          return null;
        });
  }

  private ViewerState await(Predicate<ViewerState> wanted) throws InterruptedException {
    while (!WindowDriver.onEventThread(() -> wanted.test(store.state()))) {
      Thread.sleep(10);
    }
    return store.state();
  }

  @AfterEach
  void close() {
    WindowDriver.onEventThread(
        () -> {
          controller.close();
          return null;
        });
  }

  @Test
  void theOnlyCameraIsTakenAndTheSameCommandStopsIt() throws InterruptedException {
    perform(() -> List.of(camera));
    ViewerState live = await(s -> s.live() != null && s.picture() != null);
    assertEquals("desk", live.live().name());
    assertEquals(5, live.picture().picture().rgb(0, 0));
    perform(() -> List.of(camera));
    assertTrue(closed.await(30, TimeUnit.SECONDS), "still open");
    assertNull(store.state().live());
  }

  @Test
  void withoutACameraOneLineSaysSo() throws InterruptedException {
    perform(
        () -> {
          throw new InputException("Camera", "none", "one that the system lists");
        });
    assertTrue(await(s -> s.message() != null).message().text().contains("the system lists"));
    assertNull(store.state().live());
  }
}
