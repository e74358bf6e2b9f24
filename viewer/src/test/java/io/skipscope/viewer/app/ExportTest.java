package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.Npy;
import io.skipscope.job.Job;
import io.skipscope.load.safetensors.SafetensorsFile;
import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.blockpane.CardView;
import io.skipscope.viewer.mappane.MapsPane;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JFileChooser;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports by keys and through the file dialog of the real window; points by keys. */
@Tag("display")
class ExportTest {
  private static final String OWN_DIALOGS = "flatlaf.useSystemFileChooser";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void openOnResNet20() throws IOException {
    System.setProperty(OWN_DIALOGS, "false");
    window = DrivenWindow.openWithMaps("resnet20", folder);
  }

  @AfterEach
  void close() {
    System.clearProperty(OWN_DIALOGS);
    if (window != null) {
      window.close();
    }
  }

  /** Presses a key, and answers the file dialog that it opens. */
  private void answer(String key, Consumer<JFileChooser> answer) {
    CompletableFuture<Void> pressed = CompletableFuture.runAsync(() -> window.press(key));
    JFileChooser dialog = dialog();
    window.perform(
        () -> {
          answer.accept(dialog);
          dialog.approveSelection();
        });
    pressed.join();
  }

  private void name(String key, Path file) {
    answer(key, dialog -> dialog.setSelectedFile(file.toFile()));
  }

  private static JFileChooser dialog() {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JFileChooser open =
          DrivenWindow.onEventThread(
              () ->
                  Arrays.stream(Window.getWindows())
                      .filter(Component::isShowing)
                      .flatMap(ExportTest::inside)
                      .findFirst()
                      .orElse(null));
      if (open != null) {
        return open;
      }
    }
    throw new AssertionError("no file dialog within " + PATIENCE);
  }

  private static Stream<JFileChooser> inside(Component component) {
    if (component instanceof JFileChooser chooser) {
      return Stream.of(chooser);
    }
    return component instanceof Container container
        ? Arrays.stream(container.getComponents()).flatMap(ExportTest::inside)
        : Stream.empty();
  }

  private ViewerState awaitMessage(Message.Kind kind) {
    return window.await("a message", s -> s.message() != null && s.message().kind() == kind);
  }

  private float[] numbers(String tap) {
    return window.state().run().frame(tap).orElseThrow().tensor().data();
  }

  @Test
  void theMapsAreWrittenAsTheEndingAsks() {
    window.press("ctrl G");
    window.await("the maps", s -> s.run().frame("layer1.0.output").isPresent());
    awaitExportable();
    Path file = folder.resolve("maps.npy");
    name("ctrl shift E", file);
    awaitMessage(Message.Kind.HINT);
    assertArrayEquals(numbers("layer1.0.output"), Npy.read(file).data());
  }

  /** The maps pane prepares what it shows on a thread of its own. */
  private void awaitExportable() {
    MapsPane pane = window.find("maps", MapsPane.class);
    Instant end = Instant.now().plus(PATIENCE);
    while (DrivenWindow.onEventThread(pane::maps) == null) {
      assertTrue(Instant.now().isBefore(end), "no maps within " + PATIENCE);
    }
  }

  @Test
  void theCardIsWrittenWithAllItsValues() {
    Path file = folder.resolve("card.safetensors");
    name("ctrl shift E", file);
    BlockRun run = awaitMessage(Message.Kind.HINT).run();
    var tensors = SafetensorsFile.read(file, Job.unwatched()).tensors();
    assertEquals(run.plan().taps(), List.copyOf(tensors.keySet()));
    for (TapFrame frame : run.frames().values()) {
      if (tensors.containsKey(frame.name())) {
        assertArrayEquals(frame.tensor().data(), tensors.get(frame.name()).data());
      }
    }
  }

  @Test
  void aKindChosenInTheDialogGivesTheEnding() throws IOException {
    answer(
        "ctrl alt N",
        dialog -> {
          dialog.setFileFilter(
              Arrays.stream(dialog.getChoosableFileFilters())
                  .filter(kind -> kind.getDescription().contains("SVG"))
                  .findFirst()
                  .orElseThrow());
          dialog.setSelectedFile(folder.resolve("network.png").toFile());
        });
    awaitMessage(Message.Kind.HINT);
    assertTrue(Files.readString(folder.resolve("network.svg")).contains(">layer3.2</text"));
    assertFalse(Files.exists(folder.resolve("network.png")));
  }

  @Test
  void anEndingThatDoesNotFitIsOneLineAndNoFile() {
    Path file = folder.resolve("card.npy");
    name("ctrl shift E", file);
    String text = awaitMessage(Message.Kind.ERROR).message().text();
    assertTrue(text.contains("card.npy") && text.contains(".safetensors"), text);
    assertEquals(1, text.lines().count());
    assertFalse(Files.exists(file));
  }

  @Test
  void aPictureIsCopiedTwiceAsLarge() throws Exception {
    CardView card = window.find("card", CardView.class);
    Dimension shown = new Dimension();
    // In one event, since panes may move for as long as what they show grows.
    window.perform(
        () -> {
          shown.setSize(card.getSize());
          window.dispatch(KeyStroke.getKeyStroke("ctrl shift C"));
        });
    awaitMessage(Message.Kind.HINT);
    BufferedImage copied =
        (BufferedImage)
            Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.imageFlavor);
    assertEquals(2 * shown.width, copied.getWidth());
    assertEquals(2 * shown.height, copied.getHeight());
  }

  @Test
  void keysPointAtNumbersOfTheCardAndOfTheMaps() {
    window.press("alt LEFT");
    Pointer first = window.state().pointer();
    assertEquals(Pointer.middle("layer1.0.output", 0), first);
    window.press("alt LEFT");
    window.press("alt DOWN");
    Pointer second = window.state().pointer();
    assertEquals(first.column(32) - 1, second.column(32));
    assertEquals(first.row(32) + 1, second.row(32));
    window.press("alt PAGE_UP");
    assertEquals(second.inMap("layer1.0.sum", 0), window.state().pointer());

    window.press("ctrl G");
    awaitExportable();
    window.press("alt UP");
    window.press("alt UP");
    window.press("alt PAGE_DOWN");
    Pointer inMaps = Objects.requireNonNull(window.state().pointer());
    assertEquals(1, inMaps.channel());
    assertEquals("layer1.0.output", inMaps.tap());
    assertEquals(15, inMaps.row(32));
  }
}
