package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.viewer.graphpane.NetView;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Folds;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes the network in the real window with the real engine, and watches what follows. */
@Tag("display")
class ChangeAndWatchTest {
  @TempDir private Path folder;
  private DrivenWindow window;
  private BlockRun before;

  @BeforeEach
  void openOnResNet20() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    before = window.state().run();
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private BlockRun press(String key) {
    window.press(key);
    return window
        .await(key, s -> s.run() != null && s.run().changes().equals(s.history().present()))
        .run();
  }

  private static float[] numbers(BlockRun run, String tap) {
    return run.frame(run.plan().block().name() + "." + tap).orElseThrow().tensor().data();
  }

  @Test
  void cuttingAShortcutMovesTheBarsAndUndoBringsThemBack() {
    BlockRun cut = press("ctrl K");
    assertEquals(new Scales(1, 0), cut.changes().scalesOf("layer1.0"));
    assertNotEquals(before.predictions(), cut.predictions());
    assertEquals(
        before.predictions().get(0).probability(),
        cut.probabilityUnchanged(before.predictions().get(0).index()));
    assertArrayEquals(numbers(cut, "residual"), numbers(cut, "sum"), 1e-5f);
    assertEquals(before.predictions(), press("ctrl Z").predictions());
    assertEquals(cut.predictions(), press("ctrl shift Z").predictions());
    assertEquals(before.predictions(), press("ctrl BACK_SPACE").predictions());
  }

  @Test
  void droppingTheBranchLeavesTheShortcut() {
    BlockRun dropped = press("ctrl D");
    assertArrayEquals(numbers(dropped, "shortcut"), numbers(dropped, "sum"), 1e-5f);
  }

  @Test
  void theSliderScalesTheShortcut() {
    JSlider slider = window.find("change.shortcut", JSlider.class);
    window.perform(() -> slider.setValue(10));
    BlockRun half = window.await("half", s -> !s.run().changes().isEmpty()).run();
    float[] residual = numbers(half, "residual");
    float[] shortcut = numbers(half, "shortcut");
    float[] sum = numbers(half, "sum");
    for (int i = 0; i < sum.length; i++) {
      assertEquals(residual[i] + 0.5f * shortcut[i], sum[i], 1e-5f);
    }
  }

  @Test
  void theSlidersFollowAKey() {
    JSlider slider = window.find("change.shortcut", JSlider.class);
    int whole = slider.getValue();
    press("ctrl K");
    window.await("the slider at zero", s -> slider.getValue() == 0);
    press("ctrl Z");
    window.await("the slider where it was", s -> slider.getValue() == whole);
  }

  @Test
  void aZeroedChannelIsZeroOnTheCardAndMovesTheBars() {
    window.press("RIGHT");
    BlockRun zeroed = press("ctrl E");
    float[] output = numbers(zeroed, "output");
    int map = output.length / 16;
    for (int i = map; i < 2 * map; i++) {
      assertEquals(0, output[i]);
    }
    assertNotEquals(before.predictions(), zeroed.predictions());
    assertEquals(before.predictions(), press("ctrl E").predictions());
  }

  @Test
  void blocksAlikeChangePlacesAndBlocksUnlikeSayWhyNot() {
    BlockRun swapped = press("ctrl shift DOWN");
    assertEquals(List.of(new SwapBlocks("layer1.0", "layer1.1")), swapped.changes().swaps());
    assertNotEquals(before.predictions(), swapped.predictions());
    press("ctrl Z");
    window.press("DOWN");
    window.press("DOWN");
    window.await("layer1.2", s -> s.run().block() == 2);
    window.press("ctrl shift DOWN");
    ViewerState state = window.await("a message", s -> s.message() != null);
    assertEquals(Message.Kind.ERROR, state.message().kind());
    assertEquals(Changes.NONE, state.history().present());
  }

  @Test
  void theBlocksAreMeasured() {
    ViewerState state = window.await("the survey", s -> s.survey() != null);
    assertEquals(9, state.survey().blocks().size());
    state
        .survey()
        .blocks()
        .values()
        .forEach(
            block -> {
              assertTrue(block.nanos() > 0);
              assertTrue(block.share() > 0 && block.share() < 1, block.toString());
            });
  }

  @Test
  void foldsAndSearchFollowTheKeys() {
    window.press("ctrl 1");
    assertFalse(window.state().folds().isStageOpen("layer1"));
    window.press("ctrl 2");
    window.press("ctrl SPACE");
    assertEquals(Folds.BLOCKS.toggled("layer1.0"), window.state().folds());
    JTextField search = window.find("search", JTextField.class);
    window.perform(() -> search.setText("layer3.1"));
    window.press("F3");
    window.await("the block found", s -> s.run().block() == 7);
  }

  @Test
  void theWheelZoomsTheNetworkAroundThePointer() {
    NetView network = window.find("network", NetView.class);
    window.perform(
        () -> {
          Rectangle visible = network.getVisibleRect();
          Point on = new Point(visible.x + 30, visible.y + 300);
          double share = on.y / (double) network.getPreferredSize().height;
          network.dispatchEvent(wheel(network, on));
          int now = (int) (share * network.getPreferredSize().height);
          assertEquals(300, now - network.getVisibleRect().y, 3);
        });
  }

  private static MouseWheelEvent wheel(NetView network, Point on) {
    return new MouseWheelEvent(
        network,
        MouseEvent.MOUSE_WHEEL,
        0,
        InputEvent.CTRL_DOWN_MASK,
        on.x,
        on.y,
        0,
        false,
        MouseWheelEvent.WHEEL_UNIT_SCROLL,
        1,
        -2);
  }
}
