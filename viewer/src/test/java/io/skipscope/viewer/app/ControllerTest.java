package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
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
  void networkIsShownThoughThePictureCannotBeOpened() {
    Path missing = folder.resolve("missing.png");
    eventThread.execute(() -> controller.start("resnet20", missing));
    ViewerState shown = await(ControllerTest::saysWhatFailed);
    assertEquals("resnet20", shown.model().name());
    assertNull(shown.picture());
    assertTrue(shown.message().text().contains("missing.png"), shown.message().text());
  }

  @Test
  void pictureIsShownThoughTheNetworkCannotBeOpened() throws IOException {
    Path picture = TestPictures.gradient(folder, "a.png");
    String missing = folder.resolve("missing.onnx").toString();
    eventThread.execute(() -> controller.start(missing, picture));
    ViewerState shown = await(ControllerTest::saysWhatFailed);
    assertEquals("a.png", shown.picture().name());
    assertNull(shown.model());
    assertTrue(shown.message().text().contains("missing.onnx"), shown.message().text());
  }

  private static boolean saysWhatFailed(ViewerState state) {
    return state.progress() == null && state.message() != null;
  }

  @Test
  void anotherNetworkIsShownInAnEventBeforeItsRun() throws IOException, InterruptedException {
    start(() -> {});
    eventThread.execute(() -> controller.openModel("resnet32"));
    await(state -> state.run() != null && state.run().model().name().equals("resnet32"));
    ViewerState first =
        withModel.stream().filter(s -> s.model().name().equals("resnet32")).findFirst().get();
    assertNull(first.run());
    assertEquals(List.of("resnet32"), store.state().recent().models());
  }

  /** The first state of which something is true. */
  private ViewerState await(Predicate<ViewerState> wanted) {
    CompletableFuture<ViewerState> found = new CompletableFuture<>();
    store.addListener(
        (changes, state) -> {
          if (wanted.test(state)) {
            found.complete(state);
          }
        });
    return found.join();
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
