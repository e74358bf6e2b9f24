package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.lab.Arithmetic;
import io.skipscope.lab.ReceptiveBox;
import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.numberpane.NumberPane;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points at numbers of real runs in the real window. */
@Tag("display")
class PointedNumberTest {
  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void openOnResNet20() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
    window.press("ctrl J");
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private PointedNumber point(Pointer pointer) {
    NumberPane pane = window.find("number", NumberPane.class);
    window.update(s -> s.with().pointer(pointer).build());
    return DrivenWindow.onEventThread(() -> pane.shown().orElseThrow());
  }

  private static void assertAddsUp(PointedNumber number) {
    Arithmetic arithmetic = number.arithmetic().orElseThrow();
    assertEquals(
        number.number(),
        arithmetic.result(),
        1e-4 * Math.max(arithmetic.magnitude(), 1e-30),
        number.place().toString());
  }

  @Test
  void theTermsOfEveryStepOfTheCardAddUpToWhatTheDeviceHas() {
    Random random = new Random(3);
    BlockRun run = window.state().run();
    String x = run.valueOf("layer1.0.input");
    for (TapFrame frame : run.frames().values()) {
      if (!run.valueOf(frame.name()).equals(x)) {
        for (int i = 0; i < 5; i++) {
          Pointer pointer =
              new Pointer(
                  frame.name(),
                  random.nextInt(frame.shape().channels()),
                  random.nextDouble(),
                  random.nextDouble());
          assertAddsUp(point(pointer));
        }
      }
    }
  }

  @Test
  void theTermsFollowAScaledShortcutAndAreNotInventedForSwappedBlocks() {
    Pointer pointer = new Pointer("layer1.0.sum", 4, 0.4, 0.6);
    double before = point(pointer).arithmetic().orElseThrow().result();
    change(new Scales(0.5f, -2));
    PointedNumber scaled = point(pointer);
    assertAddsUp(scaled);
    assertNotEquals(before, scaled.arithmetic().orElseThrow().result());
    window.change(changes -> changes.swapped(new SwapBlocks("layer1.0", "layer1.1")));
    window.await("swapped", s -> s.run().changes().swaps().size() == 1);
    assertFalse(point(pointer).arithmetic().isPresent());
  }

  private void change(Scales scales) {
    window.change(changes -> changes.scaled("layer1.0", scales));
    window.await("scaled", s -> s.run().changes().scalesOf("layer1.0").equals(scales));
  }

  @Test
  void anyValueOfTheMapsPaneHasItsTermsAndItsBox() {
    window.perform(
        () -> window.viewer.controller().showMaps(c -> c.withOpen(true).withValue("conv1")));
    ViewerState state =
        window.await("the first convolution", s -> s.run().frame("conv1").isPresent());
    assertTrue(state.arithmetic());
    PointedNumber number = point(new Pointer("conv1", 2, 0.5, 0.25));
    assertAddsUp(number);
    assertEquals(new ReceptiveBox(7, 15, 10, 18), number.box().orElseThrow());
    window.perform(
        () -> window.viewer.controller().showMaps(c -> c.withOpen(true).withValue("layer3.1.bn2")));
    window.await("a later value", s -> s.run().frame("layer3.1.bn2").isPresent());
    assertAddsUp(point(new Pointer("layer3.1.bn2", 9, 0.5, 0.25)));
  }
}
