package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.canvas.Chooser;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.DeviceChoice;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the real window with the real engine. */
@Tag("display")
class MainWindowTest {
  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void openOnResNet20() throws IOException {
    window = DrivenWindow.open("resnet20", picture("gradient.png"));
    window.await("the first maps", s -> s.run() != null);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private Path picture(String name) throws IOException {
    return TestPictures.gradient(folder, name);
  }

  @Test
  void startShowsTheFirstBlockWithItsSumAndFivePredictions() {
    BlockRun run = window.state().run();
    assertEquals("layer1.0", run.plan().block().name());
    assertEquals(run.plan().taps().size(), run.frames().size());
    assertEquals(5, run.predictions().size());
    float[] residual = run.frame("layer1.0.residual").orElseThrow().tensor().data();
    float[] shortcut = run.frame("layer1.0.shortcut").orElseThrow().tensor().data();
    float[] sum = run.frame("layer1.0.sum").orElseThrow().tensor().data();
    for (int i = 0; i < sum.length; i++) {
      assertEquals(residual[i] + shortcut[i], sum[i]);
    }
  }

  @Test
  void blocksAndChannelsFollowTheArrowKeys() {
    window.press("DOWN");
    window.press("DOWN");
    ViewerState state = window.await("the third block", s -> s.run().block() == 2);
    assertEquals("layer1.2", state.run().plan().block().name());
    assertEquals(2, state.block());
    window.press("UP");
    window.await("the second block", s -> s.run().block() == 1);
    window.press("RIGHT");
    window.press("RIGHT");
    window.press("LEFT");
    assertEquals(1, window.state().channel());
    window.press("ENTER");
    assertTrue(window.state().enlarged());
    window.press("ESCAPE");
    assertFalse(window.state().enlarged());
  }

  @Test
  void anOpenMenuKeepsTheKeysThatMoveInIt() {
    window.perform(() -> window.viewer.window().getJMenuBar().getMenu(0).doClick());
    MenuElement first = markedInMenu();
    window.press("DOWN");
    assertNotNull(markedInMenu());
    assertNotSame(first, markedInMenu());
    assertEquals(0, window.state().block());
    window.press("ESCAPE");
    assertNull(markedInMenu());
    window.press("DOWN");
    assertEquals(1, window.state().block());
  }

  /** The innermost marked part of an open menu; null if none is open. */
  private static MenuElement markedInMenu() {
    MenuElement[] path =
        DrivenWindow.onEventThread(() -> MenuSelectionManager.defaultManager().getSelectedPath());
    return path.length == 0 ? null : path[path.length - 1];
  }

  @Test
  void aSelectedChannelChangesWhatIsPainted() {
    BufferedImage before = window.picture();
    window.press("ENTER");
    assertNotEquals(checksum(before), checksum(window.picture()));
  }

  private static long checksum(BufferedImage image) {
    long sum = 0;
    for (int rgb :
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
      sum = 31 * sum + rgb;
    }
    return sum;
  }

  @Test
  void aBadModelGivesOneLineAndLeavesTheWindowAsItWas() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.onnx"), "this is no model");
    BlockRun shown = window.state().run();
    window.perform(() -> window.viewer.controller().openModel(bad.toString()));
    ViewerState state = window.await("a message", s -> s.message() != null);
    assertEquals(Message.Kind.ERROR, state.message().kind());
    assertTrue(state.message().text().contains("bad.onnx"), state.message().text());
    assertEquals(1, state.message().text().lines().count());
    assertSame(shown, state.run());
    assertTrue(window.find("message", JPanel.class).isVisible());
    assertEquals(state.message().text(), window.find("message.text", JLabel.class).getText());
    window.press("ESCAPE");
    assertNull(window.state().message());
    assertFalse(window.find("message", JPanel.class).isVisible());
  }

  @Test
  void aBadModelToStartWithLeavesThePictureAndABadPictureTheModel() throws IOException {
    Path bad = Files.write(folder.resolve("bad.onnx"), new byte[] {1, 2, 3});
    Path good = picture("good.png");
    ViewerState state = started(bad.toString(), good);
    assertTrue(state.message().text().contains("bad.onnx"), state.message().text());
    assertEquals("good.png", state.picture().name());
    state = started("resnet20", bad);
    assertTrue(state.message().text().contains("bad.onnx"), state.message().text());
    assertEquals("resnet20", state.model().source());
  }

  private ViewerState started(String model, Path image) {
    window.close();
    window = DrivenWindow.open(model, image);
    return window.await("a message", s -> s.message() != null);
  }

  @Test
  void aBadPictureLeavesTheOldOneInView() throws IOException {
    Path bad = Files.write(folder.resolve("bad.png"), new byte[] {1, 2, 3});
    ViewerState before = window.state();
    window.perform(() -> window.viewer.controller().openPicture(bad));
    ViewerState state = window.await("a message", s -> s.message() != null);
    assertTrue(state.message().text().contains("bad.png"), state.message().text());
    assertSame(before.picture(), state.picture());
    assertSame(before.run(), state.run());
  }

  @Test
  void anotherModelReplacesCardAndTitle() {
    window.perform(() -> window.viewer.controller().openModel("resnet20:B"));
    ViewerState state =
        window.await("the other model", s -> s.model().source().equals("resnet20:B"));
    assertSame(state.model(), state.run().model());
    assertTrue(window.viewer.window().getTitle().contains(state.model().name()));
  }

  @Test
  void aPictureOpenedRightAfterAModelIsRunThroughThatModel() throws IOException {
    Path other = picture("second.png");
    window.perform(
        () -> {
          window.viewer.controller().openModel("resnet20:B");
          window.viewer.controller().openPicture(other);
          window.viewer.controller().selectBlock(1);
        });
    ViewerState state = window.await("both", s -> s.run().seen().name().equals("second.png"));
    assertEquals("resnet20:B", state.run().model().source());
    assertEquals(state.run().block(), state.block());
  }

  private FileOpener opener() {
    Controller controller = window.viewer.controller();
    return new FileOpener(controller, new StripWalk(window.viewer.store(), controller));
  }

  @Test
  void aDroppedPictureIsRunThroughTheNet() throws IOException {
    Path other = picture("other.png");
    BlockRun before = window.state().run();
    window.perform(() -> opener().open(other));
    ViewerState state = window.await("the other picture", s -> s.run() != before);
    assertEquals("other.png", state.picture().name());
    assertEquals("other.png", state.run().seen().name());
  }

  @Test
  void aFileDroppedOntoTheWindowIsOpened() throws IOException {
    Path other = picture("dropped.png");
    var root = window.viewer.window().getRootPane();
    window.perform(
        () ->
            root.getTransferHandler()
                .importData(new TransferHandler.TransferSupport(root, new DroppedFiles(other))));
    window.await("the dropped picture", s -> s.run().seen().name().equals("dropped.png"));
  }

  @Test
  void aDeviceWithAProblemSaysItAndTheDeviceInUseStays() {
    ViewerState before = window.state();
    DeviceChoice broken = new DeviceChoice("", "platform 9", "platform 9 does not answer");
    window.perform(
        () -> {
          window
              .viewer
              .store()
              .update(s -> s.with().devices(List.of(s.devices().get(0), broken)).build());
          ((Chooser<?>) DrivenWindow.find(window.viewer.window(), "device"))
              .setSelectedItem(broken);
        });
    ViewerState state = window.await("a message", s -> s.message() != null);
    assertEquals("platform 9 does not answer", state.message().text());
    assertEquals(before.deviceId(), state.deviceId());
    assertSame(before.run(), state.run());
  }

  @Test
  void thePlainJavaDeviceCanBeChosenAndAgrees() {
    BlockRun before = window.state().run();
    window.perform(() -> window.viewer.controller().chooseDevice("java"));
    ViewerState state = window.await("the Java device", s -> s.deviceId().equals("java"));
    assertTrue(state.run().device().startsWith("java"), state.run().device());
    assertEquals(
        before.predictions().get(0).probability(),
        state.run().predictions().get(0).probability(),
        1e-4);
  }

  @Test
  void theSmallestWindowHasRoomForTheWholeToolbar() {
    JButton last = window.find("tool.keys", JButton.class);
    resize(window.viewer.window().getMinimumSize());
    assertTrue(last.getX() + last.getWidth() <= last.getParent().getWidth(), last.toString());
  }

  @Test
  void theAnswerKeepsItsWidthWhileTheWindowShrinksAndGrows() {
    JScrollPane result = window.find("result", JScrollPane.class);
    Dimension before = window.viewer.window().getSize();
    int width = result.getWidth();
    resize(window.viewer.window().getMinimumSize());
    assertEquals(width, result.getWidth());
    resize(before);
    assertEquals(width, result.getWidth());
  }

  @Test
  void zoomingTheWindowKeepsTheAnswerAndEveryChangeInView() {
    for (int i = 0; i < 3; i++) {
      window.press("ctrl alt PLUS");
    }
    window.await("larger text", state -> true);
    resize(window.viewer.window().getSize());
    JScrollPane result = window.find("result", JScrollPane.class);
    // Up to the borders around the divider.
    assertEquals(result.getParent().getMinimumSize().width, result.getWidth(), 4.0);
    JButton last = window.find("change.RESET", JButton.class);
    assertTrue(last.getX() + last.getWidth() <= last.getParent().getWidth(), last.toString());
    assertTrue(last.getY() + last.getHeight() <= last.getParent().getHeight(), last.toString());
    window.press("ctrl alt 0");
    window.await("usual text", state -> true);
  }

  @Test
  void theChangesStandInOneLineWithFewerWordsWhereTheRoomIsShort() {
    JButton cut = window.find("change.CUT_SHORTCUT", JButton.class);
    Dimension before = window.viewer.window().getSize();
    resize(new Dimension(2000, before.height));
    assertEquals("Cut shortcut", cut.getText());
    int line = cut.getParent().getHeight();
    resize(new Dimension(1250, before.height));
    assertEquals("Cut s", cut.getText());
    // The new words are laid out once more, some events later.
    window.await("the changes in one line", state -> cut.getParent().getHeight() == line);
    resize(new Dimension(2000, before.height));
    assertEquals("Cut shortcut", cut.getText());
  }

  @Test
  void thePictureFillsItsPlaceWhateverItsWidth() {
    Component input = window.find("input", Component.class);
    assertEquals(input.getHeight(), Math.min(input.getWidth(), 244));
    resize(new Dimension(800, 600));
    assertEquals(input.getHeight(), Math.min(input.getWidth(), 244));
  }

  private void resize(Dimension size) {
    window.perform(
        () -> {
          window.viewer.window().setSize(size);
          window.viewer.window().validate();
        });
  }

  @Test
  void themeAndColourMapChangeByKey() {
    window.press("ctrl T");
    assertTrue(window.state().dark());
    var before = window.state().colorMap();
    window.press("ctrl M");
    assertNotEquals(before, window.state().colorMap());
    window.press("ctrl T");
    assertFalse(window.state().dark());
    assertNotNull(window.picture());
  }
}
