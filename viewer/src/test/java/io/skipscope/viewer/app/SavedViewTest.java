package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.graph.edit.ZeroChannel;
import io.skipscope.image.ColorMap;
import io.skipscope.viewer.keep.SavedView;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Folds;
import io.skipscope.viewer.state.MapOrder;
import io.skipscope.viewer.state.MapSelection;
import io.skipscope.viewer.state.MapTone;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves what a window shows and opens it in another one. */
@Tag("display")
class SavedViewTest {
  @TempDir private Path folder;

  private static Changes changes() {
    return Changes.NONE
        .scaled("layer2.1", new Scales(0.5f, 0))
        .swapped(new SwapBlocks("layer1.0", "layer1.1"))
        .toggled(new ZeroChannel("layer3.0.relu", 3));
  }

  @Test
  void aSavedViewIsShownAgainAsItWasWithTheSameNumbers() throws IOException {
    Path file = folder.resolve("odd.skipscope");
    SavedView saved;
    BlockRun before;
    try (DrivenWindow window = DrivenWindow.openWithMaps("resnet20", folder)) {
      Controller controller = window.viewer.controller();
      window.perform(() -> controller.selectBlock(4));
      window.change(none -> changes());
      window.perform(
          () ->
              controller.showMaps(
                  maps ->
                      maps.withOpen(true)
                          .withValue("layer2.1.conv2")
                          .withSmooth(true)
                          .withTone(MapTone.PLAIN.withManual(-1, 2.5f).withGamma(0.5f))
                          .withSelection(new MapSelection(MapOrder.STD, "std>0.1", Set.of(7, 2)))));
      window.update(
          s ->
              s.with()
                  .channel(9)
                  .colorMap(ColorMap.CIVIDIS)
                  .arithmetic(true)
                  .folds(Folds.of(Folds.Level.OPERATORS).toggled("layer1.0"))
                  .build());
      ViewerState state =
          window.await(
              "the changed maps",
              s ->
                  s.run().changes().equals(changes())
                      && s.run().frame("layer2.1.conv2").isPresent());
      before = state.run();
      saved = SavedView.of(state);
      window.perform(() -> controller.saveView(file));
      window.await("saved", s -> s.message() != null);
    }
    try (DrivenWindow again = DrivenWindow.openWithMaps("resnet20:B", folder)) {
      again.perform(() -> again.viewer.controller().openView(file));
      ViewerState state =
          again.await("the view", s -> s.model().source().equals("resnet20") && s.maps().open());
      assertEquals(saved, SavedView.of(state));
      assertEquals(before.predictions(), state.run().predictions());
      assertEquals(before.frames().keySet(), state.run().frames().keySet());
      before
          .frames()
          .forEach(
              (tap, frame) ->
                  assertArrayEquals(
                      frame.tensor().data(),
                      state.run().frame(tap).orElseThrow().tensor().data(),
                      tap));
      again.press("ctrl Z");
      again.await("the unchanged network", s -> s.run().changes().isEmpty());
    }
  }

  @Test
  void aFileThatHoldsNoViewGivesOneLineAndLeavesTheWindowAsItWas() throws IOException {
    try (DrivenWindow window = DrivenWindow.openWithMaps("resnet20", folder)) {
      ViewerState before = window.state();
      for (String content :
          List.of("", "{\"version\": 1}", "{\"version\": 7, \"model\": \"resnet20\"", "[]")) {
        Path file = Files.writeString(folder.resolve("bad.skipscope"), content);
        window.perform(() -> window.viewer.controller().openView(file));
        ViewerState state = window.await("a message", s -> s.message() != null);
        assertTrue(state.message().text().contains("bad.skipscope"), state.message().text());
        assertEquals(1, state.message().text().lines().count());
        assertSame(before.run(), state.run());
        window.press("ESCAPE");
      }
    }
  }
}
