package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.Npy;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.mappane.MapsPane;
import io.skipscope.viewer.render.PreparedMaps;
import java.awt.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.swing.JComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at weights in the real window. */
@Tag("display")
class WeightsTest {
  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void openWeightsOfResNet20() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    window.press("ctrl shift G");
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private PreparedMaps awaitLayer(String name) {
    MapsPane pane = window.find("maps", MapsPane.class);
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      PreparedMaps maps = DrivenWindow.onEventThread(pane::maps);
      if (maps != null && maps.frame().name().equals(name)) {
        return maps;
      }
    }
    throw new AssertionError(name + " is not shown within 30 s");
  }

  private void show(String layer) {
    window.perform(() -> window.viewer.controller().showMaps(c -> c.opened(true).withValue(layer)));
  }

  @Test
  void theSelectedBlocksWeightsAreShownAndFollowTheBlock() {
    assertEquals(16, awaitLayer("layer1.0.conv2.weight").channels());
    window.press("DOWN");
    awaitLayer("layer1.1.conv2.weight");
  }

  @Test
  void everyLayerCanBeReachedAndNoRunIsNeededForIt() {
    awaitLayer("layer1.0.conv2.weight");
    window.press("ctrl UP");
    awaitLayer("layer1.0.conv1.weight");
    window.press("ctrl UP");
    assertTrue(awaitLayer("conv1.weight").inColour());
    assertTrue(window.state().run().frame("conv1").isEmpty());
    window.press("ctrl UP");
    assertEquals("conv1", window.state().maps().value());
  }

  @Test
  void theSelectedChannelStaysThatOfTheCard() {
    awaitLayer("layer1.0.conv2.weight");
    window.press("RIGHT");
    window.press("RIGHT");
    window.press("ctrl shift G");
    assertFalse(window.state().maps().open());
    assertEquals(2, window.state().channel());
  }

  @Test
  void theCaptionIsSpokenAndGoesWithTheWeights() {
    awaitLayer("layer1.0.conv2.weight");
    Component caption = window.find("weights.caption", Component.class);
    assertTrue(DrivenWindow.onEventThread(caption::isShowing));
    String spoken =
        DrivenWindow.onEventThread(
            () -> ((JComponent) caption).getAccessibleContext().getAccessibleDescription());
    assertTrue(spoken.contains("layer1.0.bn2"), spoken);
    window.press("ctrl G");
    awaitLayer("layer1.0.output");
    assertFalse(DrivenWindow.onEventThread(caption::isShowing));
  }

  @Test
  void weightsAreExportedAsTheyAre() {
    show("conv1");
    PreparedMaps maps = awaitLayer("conv1.weight");
    MapsPane pane = window.find("maps", MapsPane.class);
    Exportable shown = DrivenWindow.onEventThread(() -> pane.exportable().orElseThrow());
    Path file = folder.resolve("conv1.npy");
    window.perform(() -> window.viewer.controller().keeper().export(shown, 2, file));
    window.await("saved", s -> s.message() != null);
    assertEquals(maps.frame().tensor().shape(), Npy.read(file).shape());
  }
}
