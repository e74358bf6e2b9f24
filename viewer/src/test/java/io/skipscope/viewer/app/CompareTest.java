package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.TestChart;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps a run in the real window with the real engine, and compares others with it. */
@Tag("display")
class CompareTest {
  @TempDir private Path folder;
  private DrivenWindow window;
  private BlockRun first;

  @BeforeEach
  void keepTheFirstRunOfResNet20() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    first = window.state().run();
    window.press("ctrl H");
    window.await("the kept run", ViewerState::isCompared);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private ViewerState awaitPair(String what, Predicate<RunPair> wanted) {
    return window.await(what, s -> s.isCompared() && wanted.test(s.comparison().pair()));
  }

  private static float[] numbers(BlockRun run, String tap) {
    return run.frame(tap).orElseThrow().tensor().data();
  }

  @Test
  void aChangedNetworkIsSubtractedFromTheKeptOne() {
    window.press("ctrl K");
    RunPair pair =
        awaitPair("the cut", p -> p.now().changes().scalesOf("layer1.0").equals(new Scales(1, 0)))
            .comparison()
            .pair();
    assertSame(first, pair.kept());
    float[] now = numbers(pair.now(), "layer1.0.sum");
    float[] kept = numbers(first, "layer1.0.sum");
    float[] difference = numbers(pair.difference(), "layer1.0.sum");
    for (int i = 0; i < now.length; i++) {
      assertEquals(now[i] - kept[i], difference[i]);
    }
    assertTrue(pair.mismatches().isEmpty());
  }

  @Test
  void anotherPictureIsComparedAndTheKeptRunFollowsTheBlock() {
    window.perform(() -> window.viewer.controller().openChart(TestChart.NOISE));
    awaitPair("the chart", p -> !p.now().seen().name().equals(p.kept().seen().name()));
    JLabel caption = window.find("input.caption", JLabel.class);
    assertFalse(DrivenWindow.onEventThread(caption::getText).startsWith("gradient.png"));
    window.press("ctrl B");
    assertTrue(DrivenWindow.onEventThread(caption::getText).startsWith("gradient.png"));
    window.press("DOWN");
    RunPair pair =
        awaitPair("the next block", p -> p.now().block() == first.block() + 1).comparison().pair();
    assertEquals(pair.now().block(), pair.kept().block());
    assertEquals(first.seen().name(), pair.kept().seen().name());
    assertTrue(pair.mismatches().isEmpty());
    assertEquals(pair.now().frames().keySet(), pair.difference().frames().keySet());
  }

  @Test
  void anotherModelIsComparedWhereShapesAllow() {
    window.perform(() -> window.viewer.controller().openModel("resnet32"));
    RunPair pair =
        awaitPair("the other model", p -> p.now().model() != first.model()).comparison().pair();
    assertEquals("layer1.0", pair.now().plan().block().name());
    assertFalse(pair.difference().frames().isEmpty());
    window.perform(() -> window.viewer.controller().openModel("mobilenet_v2"));
    RunPair unlike =
        awaitPair("unlike", p -> p.now().model().name().contains("mobilenet")).comparison().pair();
    assertFalse(unlike.mismatches().isEmpty());
    JLabel words = window.find("compare.mismatches", JLabel.class);
    assertTrue(DrivenWindow.onEventThread(words::isVisible));
  }

  @Test
  void keysWalkThroughTheSidesOfTheMapsAndTheComparisonEnds() {
    window.press("ctrl G");
    window.press("ctrl B");
    assertEquals(ComparedSide.KEPT, window.state().comparison().side());
    window.press("ctrl B");
    assertTrue(window.state().showsDifference());
    PreparedMaps maps =
        window.awaitMaps(m -> m.shared() != null && m.shared().min() == -m.shared().max());
    assertArrayEquals(new float[maps.frame().tensor().data().length], maps.frame().tensor().data());
    assertNotNull(window.find("compare", JPanel.class));
    assertTrue(visible("predictions.kept"));
    assertTrue(visible("compare.sides"));
    window.press("ctrl shift H");
    assertNull(window.state().comparison());
    assertFalse(visible("predictions.kept"));
    assertFalse(visible("compare"));
    assertFalse(visible("compare.sides"));
  }

  @Test
  void aSavedViewHoldsTheKeptRunAndOpensInAnotherWindow() throws IOException {
    window.perform(() -> window.viewer.controller().openModel("resnet32"));
    awaitPair("the other model", p -> p.now().model() != first.model());
    window.press("ctrl K");
    window.press("ctrl B");
    window.press("ctrl B");
    RunPair before = awaitPair("the cut", p -> !p.now().changes().isEmpty()).comparison().pair();
    Path file = folder.resolve("compared.skipscope");
    window.perform(() -> window.viewer.controller().saveView(file));
    window.await("saved", s -> s.message() != null);
    window.close();
    window = DrivenWindow.openWithMaps("resnet20", folder);
    window.perform(() -> window.viewer.controller().openView(file));
    ViewerState again = awaitPair("the view", p -> p.now().model() != p.kept().model());
    assertTrue(again.showsDifference());
    RunPair pair = again.comparison().pair();
    assertEquals(first.predictions(), pair.kept().predictions());
    for (String tap : before.difference().frames().keySet()) {
      assertArrayEquals(numbers(before.difference(), tap), numbers(pair.difference(), tap), tap);
    }
  }

  private boolean visible(String name) {
    JComponent part = window.find(name, JComponent.class);
    return DrivenWindow.onEventThread(part::isVisible);
  }
}
