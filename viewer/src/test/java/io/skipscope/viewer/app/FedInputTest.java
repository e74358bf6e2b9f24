package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.Picture;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.InputChoice;
import io.skipscope.viewer.state.InputPreset;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chooses mean, std and size in the real window. */
@Tag("display")
class FedInputTest {
  private static final String PRESETS = "menu.input";

  @TempDir private Path folder;
  private DrivenWindow window;
  private BlockRun first;

  @BeforeEach
  void open() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    first = window.state().run();
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private void click(InputPreset preset) {
    window.perform(() -> item(preset).doClick());
  }

  /** Event thread. */
  private JMenuItem item(InputPreset preset) {
    return Arrays.stream(window.viewer.window().getJMenuBar().getComponents())
        .flatMap(menu -> Arrays.stream(((JMenu) menu).getMenuComponents()))
        .filter(menu -> PRESETS.equals(menu.getName()))
        .flatMap(menu -> Arrays.stream(((JMenu) menu).getMenuComponents()))
        .filter(choice -> (PRESETS + "." + preset.name()).equals(choice.getName()))
        .map(JMenuItem.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void feed(InputChoice choice) {
    window.change(changes -> changes.fed(choice));
  }

  private static boolean isFed(ViewerState state, InputPreset preset) {
    return state.run().changes().input().preset() == preset;
  }

  /** The numbers are rounded on their way back to colours. */
  private static void assertNearlySame(Picture expected, Picture actual) {
    for (int i = 0; i < expected.rgb().length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = (expected.rgb()[i] >> shift & 0xFF) - (actual.rgb()[i] >> shift & 0xFF);
        assertTrue(Math.abs(difference) <= 1, "pixel " + i + " differs by " + difference);
      }
    }
  }

  @Test
  void aPresetFeedsOtherNumbersOfTheSamePictureAndIsUndone() {
    click(InputPreset.SIGNED);
    BlockRun signed = window.await("the preset", s -> isFed(s, InputPreset.SIGNED)).run();
    float[] expected = first.input().data().clone();
    int area = first.seen().width() * first.seen().height();
    for (int i = 0; i < expected.length; i++) {
      int channel = i / area;
      float unit =
          expected[i] * first.inputSpec().std()[channel] + first.inputSpec().mean()[channel];
      expected[i] = (unit - 0.5f) / 0.5f;
    }
    assertArrayEquals(expected, signed.input().data(), 1e-4f);
    assertNearlySame(first.seen(), signed.seen());
    assertSame(first.model(), signed.model());
    float top = first.predictions().get(0).probability();
    assertEquals(top, signed.probabilityUnchanged(first.predictions().get(0).index()), 1e-5f);
    window.press("ctrl Z");
    BlockRun undone = window.await("undone", s -> isFed(s, InputPreset.AS_OPENED)).run();
    assertArrayEquals(first.input().data(), undone.input().data());
    assertTrue(window.await("rest", s -> true).history().canRedo());
  }

  @Test
  void anotherSizeGivesLargerMapsAndIsUndone() {
    feed(InputChoice.AS_OPENED.withSize(64, 48));
    ViewerState larger = window.await("the size", s -> s.run().seen().height() == 64);
    assertEquals(48, larger.run().seen().width());
    assertSame(larger.model(), larger.run().model());
    assertEquals(64, larger.model().inputSpec().height());
    window.press("ctrl Z");
    ViewerState undone = window.await("undone", s -> s.run().seen().height() == 32);
    assertSame(first.model().opened(), undone.model().opened());
    assertEquals(first.predictions(), undone.run().predictions());
  }

  @Test
  void aSavedViewFeedsThePictureAsItWasFed() {
    Path view = folder.resolve("v.skipscope");
    feed(InputChoice.AS_OPENED.with(InputPreset.UNIT).withSize(48, 48));
    BlockRun fed = window.await("fed", s -> isFed(s, InputPreset.UNIT)).run();
    assertNotEquals(first.predictions(), fed.predictions());
    window.perform(() -> window.viewer.controller().saveView(view));
    window.await("saved", s -> s.message() != null);
    window.press("ctrl BACK_SPACE");
    window.await("reset", s -> s.run().changes().isEmpty());
    window.perform(() -> window.viewer.controller().openView(view));
    BlockRun again = window.await("the view", s -> isFed(s, InputPreset.UNIT)).run();
    assertArrayEquals(fed.input().data(), again.input().data());
    assertEquals(fed.predictions(), again.predictions());
  }
}
