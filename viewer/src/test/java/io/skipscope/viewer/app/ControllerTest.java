package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start puts into the state, without a window. */
@Timeout(60)
class ControllerTest {
  private final ExecutorService eventThread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "instead-of-the-event-thread");
            thread.setDaemon(true);
            return thread;
          });
  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final Controller controller = new Controller(store, new Worker(store, eventThread));
  private final List<ViewerState> withModel = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstRun = new CountDownLatch(1);

  @TempDir Path folder;

  @AfterEach
  void close() {
    // What is still under way hands its result over later.
    eventThread.execute(controller::close);
  }

  @Test
  void networkIsShownBeforeItHasRun() throws IOException, InterruptedException {
    start(() -> {});
    ViewerState first = withModel.get(0);
    assertNull(first.run());
    assertEquals("resnet20", first.model().name());
    assertSame(first.model(), store.state().run().model());
  }

  @Test
  void blockChosenBeforeTheFirstRunStaysChosen() throws IOException, InterruptedException {
    start(() -> controller.selectBlock(2));
    assertEquals(2, store.state().block());
  }

  @Test
  void measuringWithoutANumberSaysWhatToDo() throws Exception {
    eventThread.submit(controller::measureField).get();
    assertEquals(Text.of("field.point"), store.state().message().text());
  }

  /** Returns after the first run; does something as soon as the network is shown. */
  private void start(Runnable onModel) throws IOException, InterruptedException {
    Path picture = TestPictures.gradient(folder, "a.png");
    store.addListener(
        (changes, state) -> {
          if (state.model() != null) {
            withModel.add(state);
            if (withModel.size() == 1) {
              eventThread.execute(onModel);
            }
          }
          if (state.run() != null) {
            firstRun.countDown();
          }
        });
    eventThread.execute(() -> controller.start("resnet20", picture));
    firstRun.await();
  }
}
