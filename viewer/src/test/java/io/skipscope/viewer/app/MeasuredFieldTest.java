package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.edit.ZeroChannel;
import io.skipscope.lab.MeasuredField;
import io.skipscope.lab.ReceptiveBox;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures in the real window what numbers of real runs see. */
@Tag("display")
class MeasuredFieldTest {
  private static final Pointer NUMBER = new Pointer("layer1.0.sum", 4, 0.5, 0.5);
  private static final String KEY = "ctrl shift J";

  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void openOnResNet20() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private void point(Pointer pointer) {
    window.update(s -> s.with().pointer(pointer).build());
  }

  private MeasuredField measured() {
    return measured(NUMBER);
  }

  private MeasuredField measured(Pointer number) {
    point(number);
    window.press(KEY);
    point(null);
    return window.await("the field", s -> s.field() != null).field().field();
  }

  private BufferedImage input() {
    Component input = window.find("input", Component.class);
    return DrivenWindow.onEventThread(
        () -> {
          BufferedImage image =
              new BufferedImage(input.getWidth(), input.getHeight(), BufferedImage.TYPE_INT_RGB);
          input.paint(image.getGraphics());
          return image;
        });
  }

  private static int[] pixels(BufferedImage image, int width, int height) {
    return image.getRGB(0, 0, width, height, null, 0, width);
  }

  @Test
  void theNumberChangesWithPatchesOfItsBoxAndWithNoOther() {
    BufferedImage before = input();
    float number =
        window
            .state()
            .run()
            .frame(NUMBER.tap())
            .orElseThrow()
            .tensor()
            .data()[(4 * 32 + 16) * 32 + 16];
    MeasuredField field = measured();
    assertEquals(new ReceptiveBox(13, 13, 20, 20), field.box());
    assertEquals(number, field.number(), 1e-4 * Math.max(1, Math.abs(number)));
    assertTrue(field.largest() > 0);
    assertEquals(0, field.largestOutside(), 1e-5 * field.largest());
    BufferedImage after = input();
    assertFalse(
        Arrays.equals(
            pixels(before, before.getWidth(), before.getHeight()),
            pixels(after, before.getWidth(), before.getHeight())));
    int beside = before.getHeight() / 4;
    assertEquals(
        Arrays.hashCode(pixels(before, beside, beside)),
        Arrays.hashCode(pixels(after, beside, beside)));
    Component caption = window.find("fact.field", Component.class);
    assertTrue(DrivenWindow.onEventThread(caption::isVisible));
  }

  @Test
  void theSameKeyHidesTheFieldAndSoDoesAnotherRun() {
    measured();
    point(NUMBER);
    window.press(KEY);
    assertNull(window.state().field());
    measured();
    window.press("ESCAPE");
    assertNull(window.state().field());
    MeasuredField whole = measured();
    window.change(changes -> changes.scaled("layer1.0", new Scales(0.5f, 1)));
    ViewerState changed = window.await("the change", s -> !s.run().changes().isEmpty());
    assertNull(changed.field());
    assertNotEquals(whole.largest(), measured().largest());
    window.press("ctrl Z");
    window.await("undone", s -> s.run().changes().isEmpty());
    assertEquals(whole.largest(), measured().largest());
  }

  @Test
  void aChannelThatWasZeroedSeesNothing() {
    String output = window.state().block(0).orElseThrow().output();
    window.change(changes -> changes.toggled(new ZeroChannel(output, 4)));
    window.await("zeroed", s -> !s.run().changes().isEmpty());
    MeasuredField field = measured(new Pointer("layer1.0.output", 4, 0.5, 0.5));
    assertEquals(0, field.number());
    assertTrue(field.reached().isEmpty());
  }

  @Test
  void aMeasurementThatIsCancelledChangesNothing() {
    point(NUMBER);
    window.perform(
        () -> {
          window.viewer.controller().measureField();
          window.viewer.controller().cancel();
        });
    ViewerState state =
        window.await(
            "cancelled",
            s -> s.message() != null && s.message().text().equals(Text.of("job.cancelled")));
    assertNull(state.field());
    assertTrue(measured().largest() > 0);
  }
}
