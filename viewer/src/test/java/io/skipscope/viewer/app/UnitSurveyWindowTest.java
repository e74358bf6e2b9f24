package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.edit.ZeroChannel;
import io.skipscope.lab.units.Excitation;
import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.render.UnitWords;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.Scales;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.state.ViewerState;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surveys channels in the real window, with the real engine. */
@Tag("display")
class UnitSurveyWindowTest {
  private static final int PICTURES = 12;

  @TempDir private Path folder;
  private Path many;
  private DrivenWindow window;

  @BeforeEach
  void open() throws IOException {
    window = DrivenWindow.open("resnet20", TestPictures.gradient(folder, "first.png"));
    many = Files.createDirectories(folder.resolve("many"));
    Random random = new Random(5);
    for (int i = 0; i < PICTURES; i++) {
      blocks(random, many.resolve("p" + i + ".png").toFile());
    }
    window.await("the first maps", s -> s.run() != null);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  /** Squares of random colours. */
  private static void blocks(Random random, File file) throws IOException {
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 32; y += 8) {
      for (int x = 0; x < 32; x += 8) {
        int[] square = new int[64];
        Arrays.fill(square, random.nextInt(1 << 24));
        image.setRGB(x, y, 8, 8, square, 0, 8);
      }
    }
    ImageIO.write(image, "png", file);
  }

  private UnitFindings surveyed() {
    window.perform(() -> window.viewer.controller().unitSurveys().survey(many));
    return window.await("the survey", s -> s.shownUnits() != null).shownUnits();
  }

  private boolean isShowing() {
    JComponent pane = window.find("units", JComponent.class);
    return DrivenWindow.onEventThread(pane::isShowing);
  }

  /** Presses the mouse on the patch of a rank. */
  private void click(int rank) {
    JComponent patches = window.find("units.patches", JComponent.class);
    window.perform(
        () -> {
          int x = 20 + rank * (patches.getWidth() / 9);
          patches.dispatchEvent(
              new MouseEvent(
                  patches, MouseEvent.MOUSE_PRESSED, 0, 0, x, 20, 1, false, MouseEvent.BUTTON1));
        });
  }

  private static Set<Integer> silentIn(TapFrame frame) {
    float[] max = frame.stats().max();
    return IntStream.range(0, max.length)
        .filter(c -> max[c] <= 0)
        .boxed()
        .collect(Collectors.toSet());
  }

  @Test
  void aPatchOpensItsPictureAndPointsAtTheNumberThatWasFound() {
    UnitFindings found = surveyed();
    assertEquals(PICTURES, found.ran());
    assertTrue(isShowing());
    window.press("RIGHT");
    window.press("RIGHT");
    Excitation best = found.units().channels().get(2).top().get(0);
    click(0);
    ViewerState state =
        window.await("its picture", s -> s.run().seen().name().equals(best.picture().name()));
    Pointer pointer = state.pointer();
    assertEquals(2, pointer.channel());
    TapFrame frame = state.run().frame(found.tap()).orElseThrow();
    assertEquals(best.value(), frame.stats().max()[2], 1e-4);
    assertEquals(best.row(), pointer.row(frame.shape().height()));
    assertEquals(best.column(), pointer.column(frame.shape().width()));
    assertTrue(isShowing());
  }

  @Test
  void aDamagedPictureIsSkippedAndNamed() throws IOException {
    Files.writeString(many.resolve("damaged.png"), "no picture");
    UnitFindings found = surveyed();
    assertEquals(PICTURES, found.ran());
    assertEquals(PICTURES + 1, found.available());
    assertTrue(window.state().message().text().contains("damaged.png"));
    JLabel title = window.find("units.title", JLabel.class);
    assertTrue(DrivenWindow.onEventThread(title::getToolTipText).contains("damaged.png"));
  }

  @Test
  void deadChannelsAreMarkedAndFiltered() {
    String output = window.state().block(0).orElseThrow().output();
    ZeroChannel zeroed = new ZeroChannel(output, 4);
    window.change(changes -> changes.toggled(zeroed));
    window.await("the change", s -> !s.run().changes().isEmpty());
    UnitFindings found = surveyed();
    TapFrame frame = window.state().run().frame(found.tap()).orElseThrow();
    PreparedMaps all = window.awaitMaps(m -> m.dead().equals(found.dead()));
    assertEquals(frame.stats().channels(), all.order().length);
    assertTrue(found.dead().contains(4));
    assertTrue(silentIn(frame).containsAll(found.dead()));
    window.press("ctrl shift D");
    PreparedMaps dead = window.awaitMaps(m -> m.order().length < all.order().length);
    assertEquals(found.dead(), Arrays.stream(dead.order()).boxed().collect(Collectors.toSet()));
    window.press("ctrl shift D");
    window.awaitMaps(m -> m.order().length == all.order().length);
  }

  @Test
  void whatWasFoundGoesWithTheNetworkAndComesBackWithUndo() {
    UnitFindings found = surveyed();
    int closest = UnitWords.partner(found, 0).orElseThrow().other();
    window.press("ctrl shift A");
    assertEquals(closest, window.state().channel());
    window.change(changes -> changes.scaled("layer1.0", new Scales(0.5f, 1)));
    window.await("the change", s -> !s.run().changes().isEmpty());
    assertFalse(isShowing());
    UnitFindings changed = surveyed();
    assertFalse(changed.units().equals(found.units()));
    window.press("ctrl Z");
    window.await("undone", s -> s.run().changes().isEmpty());
    assertFalse(isShowing());
    assertEquals(found.units().channels(), surveyed().units().channels());
    window.press("ctrl shift Y");
    assertNull(window.state().units());
    assertFalse(isShowing());
  }

  @Test
  void aSurveyIsCancelled() {
    window.perform(
        () -> {
          window.viewer.controller().unitSurveys().survey(many);
          window.viewer.controller().cancel();
        });
    assertNotNull(window.await("cancelled", s -> s.message() != null).message());
    assertNull(window.state().units());
  }
}
