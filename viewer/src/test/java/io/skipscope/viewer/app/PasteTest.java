package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.state.ViewerState;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and files from other programs. */
@Tag("display")
class PasteTest {
  private static final int RED = 0xFFFF0000;
  private static final int CLEAR_BLUE = 0x000000FF;

  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void open() throws IOException {
    window = DrivenWindow.openWithMaps("resnet20", folder);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  /** Two pixels, of which the second is transparent. */
  private static PictureClip twoPixels() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, RED);
    image.setRGB(1, 0, CLEAR_BLUE);
    return new PictureClip(image);
  }

  private void paste(Transferable content) {
    window.perform(
        () -> Toolkit.getDefaultToolkit().getSystemClipboard().setContents(content, null));
    window.press("ctrl V");
  }

  @Test
  void aPastedPictureIsRunWithWhiteBehindItAndSavedViewsHaveIt() {
    paste(twoPixels());
    ViewerState pasted = window.await("the picture", s -> s.picture().picture().width() == 2);
    assertArrayEquals(new int[] {0xFF0000, 0xFFFFFF}, pasted.picture().picture().rgb());
    Path file = folder.resolve("pasted.skipscope");
    window.perform(() -> window.viewer.controller().saveView(file));
    window.await("saved", s -> s.message() != null);
    window.perform(() -> window.viewer.controller().openPicture(folder.resolve("gradient.png")));
    window.await("the other picture", s -> s.picture().picture().width() == 40);
    window.perform(() -> window.viewer.controller().openView(file));
    ViewerState again = window.await("the view", s -> s.picture().picture().width() == 2);
    assertArrayEquals(pasted.picture().picture().rgb(), again.picture().picture().rgb());
    assertEquals(pasted.run().predictions(), again.run().predictions());
  }

  @Test
  void aCopiedFileIsOpened() throws IOException {
    paste(new DroppedFiles(TestPictures.gradient(folder, "copied.png")));
    window.await("the file", s -> s.run().seen().name().equals("copied.png"));
  }

  @Test
  void aDroppedPictureWithoutAFileIsOpened() {
    var root = window.viewer.window().getRootPane();
    window.perform(
        () ->
            root.getTransferHandler()
                .importData(new TransferHandler.TransferSupport(root, twoPixels())));
    window.await("the picture", s -> s.picture().picture().width() == 2);
  }

  @Test
  void whatIsNoPictureGivesOneLineAndLeavesTheWindowAsItWas() {
    ViewerState before = window.state();
    paste(new StringSelection("words"));
    ViewerState after = window.await("a message", s -> s.message() != null);
    assertTrue(after.message().text().startsWith("clipboard: "), after.message().text());
    assertEquals(1, after.message().text().lines().count());
    assertSame(before.run(), after.run());
  }
}
