package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.image.Picture;
import io.skipscope.image.Pictures;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.mappane.MapsPane;
import io.skipscope.viewer.render.Drawing;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.render.ToneCurve;
import io.skipscope.viewer.state.MapOrder;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at maps in the real window with the real engine. */
@Tag("display")
class MapsPaneTest {
  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void openMapsOfResNet20() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    window.press("ctrl G");
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  @Test
  void theBlocksOutputIsShownAndFollowsTheBlock() {
    assertEquals(16, window.awaitMaps(m -> m.frame().name().equals("layer1.0.output")).channels());
    window.press("DOWN");
    window.awaitMaps(m -> m.frame().name().equals("layer1.1.output"));
  }

  @Test
  void everyOperatorsMapsCanBeReached() {
    window.awaitMaps(m -> true);
    window.perform(
        () -> window.viewer.controller().showMaps(c -> c.withOpen(true).withValue("conv1")));
    window.awaitMaps(m -> m.frame().name().equals("conv1"));
    window.press("ctrl DOWN");
    assertEquals("bn1", window.awaitMaps(m -> !m.frame().name().equals("conv1")).frame().name());
  }

  @Test
  void channelsAreWalkedInTheOrderThatIsShown() {
    window.press("ctrl L");
    PreparedMaps maps = window.awaitMaps(m -> m.selection().order() == MapOrder.MEAN);
    window.update(s -> s.with().channel(maps.order()[0]).build());
    window.press("RIGHT");
    assertEquals(maps.order()[1], window.state().channel());
    window.press("LEFT");
    assertEquals(maps.order()[0], window.state().channel());
  }

  @Test
  void filterAndPinChangeWhatIsShown() {
    JTextField filter = window.find("maps.filter", JTextField.class);
    window.perform(() -> filter.setText("3-5"));
    assertEquals(3, window.awaitMaps(m -> m.order().length < 16).order().length);
    window.press("ctrl P");
    ViewerState state = window.state();
    assertEquals(Set.of(0), state.maps().selection().pinned());
    assertEquals(
        List.of(0, 3, 4, 5),
        Arrays.stream(window.awaitMaps(m -> m.order().length == 4).order()).boxed().toList());
  }

  @Test
  void aFilterThatNothingPassesSaysSo() {
    JTextField filter = window.find("maps.filter", JTextField.class);
    window.perform(() -> filter.setText("mean>1000000"));
    window.awaitMaps(m -> m.order().length == 0);
    Component view = window.find("maps.view", Component.class);
    assertEquals(
        Text.of("maps.filtered", 16),
        WindowDriver.onEventThread(() -> view.getAccessibleContext().getAccessibleDescription()));
  }

  @Test
  void tilesAppearAndAnEnlargedMapFillsTheView() throws InterruptedException {
    window.awaitMaps(m -> true);
    int[] grid = awaitPixels("tiles", shown -> Arrays.stream(shown).distinct().count() > 20);
    window.press("ENTER");
    awaitPixels("one map", shown -> !Arrays.equals(grid, shown));
  }

  /** What the pane shows; tiles are drawn beside the window and appear when they are ready. */
  private int[] awaitPixels(String what, Predicate<int[]> wanted) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      int[] shown = pixels(window.picture());
      if (wanted.test(shown)) {
        return shown;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(what + " did not appear");
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(
        400, 150, image.getWidth() - 900, image.getHeight() - 300, null, 0, image.getWidth() - 900);
  }

  @Test
  void allMapsAreSavedAtTwiceTheirSize() {
    PreparedMaps maps = window.awaitMaps(m -> true);
    MapsPane pane = window.find("maps", MapsPane.class);
    Exportable shown = DrivenWindow.onEventThread(() -> pane.exportable().orElseThrow());
    Drawing drawing = shown.drawing();
    Path file = folder.resolve("maps.png");
    window.perform(() -> window.viewer.controller().keeper().export(shown, 2, file));
    window.await("saved", s -> s.message() != null);
    Picture saved = Pictures.read(file);
    assertEquals(2 * drawing.width(), saved.width());
    assertEquals(2 * drawing.height(), saved.height());
    // The first map begins behind a gap of 8; each of its 32 numbers is 6 pixels wide.
    ToneCurve tones = maps.tones(0);
    for (int column = 0; column < 32; column++) {
      int expected = tones.argb(maps.number(0, column, 0)) & 0xFFFFFF;
      assertEquals(expected, saved.rgb(16 + 6 * column + 3, 16 + 3) & 0xFFFFFF);
    }
  }
}
