package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks through the pictures of folders and ZIP files in the real window. */
@Tag("display")
class FilmStripTest {
  @TempDir private Path folder;
  private DrivenWindow window;

  @BeforeEach
  void open() throws IOException {
    window = DrivenWindow.open("resnet20", TestPictures.gradient(folder, "first.png"));
    window.await("the first maps", s -> s.run() != null);
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private void opened(Path... files) {
    Controller controller = window.viewer.controller();
    StripWalk walk = new StripWalk(window.viewer.store(), controller);
    Handed handed = new Handed(List.of(files), null);
    window.perform(() -> new FileOpener(controller, walk).open(handed));
    window.await("the strip", s -> s.filmStrip() != null);
  }

  private ViewerState shown(String name) {
    return window.await(name, s -> s.run().seen().name().equals(name));
  }

  private String title() {
    return DrivenWindow.onEventThread(
        () -> ((JLabel) DrivenWindow.find(window.viewer.window(), "strip.title")).getText());
  }

  private JComponent strip() {
    return window.find("strip", JComponent.class);
  }

  /** Presses a key where the strip has the focus. */
  private void pressInStrip(String key) {
    JComponent strip = strip();
    window.perform(
        () -> {
          Object name = strip.getInputMap().get(KeyStroke.getKeyStroke(key));
          strip.getActionMap().get(name).actionPerformed(null);
        });
  }

  /** Folders cat and dog with pictures a.png and b.png each. */
  private Path labelled() throws IOException {
    Path set = folder.resolve("set");
    for (String label : List.of("cat", "dog")) {
      Path inside = Files.createDirectories(set.resolve("test").resolve(label));
      TestPictures.gradient(inside, label + "-a.png");
      TestPictures.gradient(inside, label + "-b.png");
    }
    return set;
  }

  @Test
  void keysWalkThroughAFolderWithItsLabels() throws IOException {
    opened(labelled());
    ViewerState first = shown("cat-a.png");
    assertEquals(4, first.filmStrip().frames().size());
    assertTrue(strip().isShowing());
    assertTrue(title().contains("1 of 4") && title().contains("labelled cat"), title());
    assertTrue(
        window.find("input.caption", JLabel.class).getText().startsWith("labelled cat"),
        window.find("input.caption", JLabel.class).getText());
    window.press("ctrl RIGHT");
    shown("cat-b.png");
    pressInStrip("RIGHT");
    shown("dog-a.png");
    pressInStrip("END");
    ViewerState last = shown("dog-b.png");
    assertEquals("dog", last.filmStrip().currentFrame().label());
    window.press("ctrl RIGHT");
    assertEquals(3, window.state().filmStrip().current());
    pressInStrip("PAGE_UP");
    shown("cat-a.png");
    window.press("ctrl W");
    assertNull(window.state().filmStrip());
    assertFalse(strip().isShowing());
  }

  @Test
  void fastWalkingEndsAtTheLastPictureAskedFor() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 10; i < 50; i++) {
      TestPictures.gradient(many, i + ".png");
    }
    opened(many);
    for (int i = 0; i < 33; i++) {
      window.press("ctrl RIGHT");
    }
    assertEquals(33, window.state().filmStrip().current());
    shown("43.png");
  }

  @Test
  void unreadablePicturesAreWalkedOverAndSayWhyInTheStripAlone() throws IOException {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    TestPictures.gradient(mixed, "a.png");
    Files.writeString(mixed.resolve("b.png"), "this is no picture");
    Files.createFile(mixed.resolve("c.png"));
    TestPictures.gradient(mixed, "d.png");
    opened(mixed);
    ViewerState first = shown("a.png");
    window.press("ctrl RIGHT");
    await("the reason", () -> title().contains("b.png") && title().contains("no picture"));
    ViewerState after = window.await("rest", s -> true);
    assertSame(first.run(), after.run());
    assertNull(after.message());
    window.press("ctrl RIGHT");
    await("the reason", () -> title().contains("an empty file"));
    window.press("ctrl RIGHT");
    shown("d.png");
    assertTrue(title().endsWith("d.png"), title());
  }

  private static void await(String what, BooleanSupplier there) {
    for (int i = 0; i < 1000 && !there.getAsBoolean(); i++) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    assertTrue(there.getAsBoolean(), what);
  }

  @Test
  void aPictureOfAZipFileIsShownAgainByASavedView() throws IOException {
    Path zip = folder.resolve("set.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      for (String path : List.of("dog/x.png", "cat/y.png")) {
        packed.putNextEntry(new ZipEntry(path));
        packed.write(Files.readAllBytes(folder.resolve("first.png")));
      }
    }
    opened(zip);
    ViewerState state = shown("y.png");
    assertEquals("cat", state.filmStrip().currentFrame().label());
    Path view = folder.resolve("v.skipscope");
    window.perform(() -> window.viewer.controller().saveView(view));
    window.await("saved", s -> s.message() != null);
    window.press("ctrl RIGHT");
    shown("x.png");
    window.perform(() -> window.viewer.controller().openView(view));
    assertEquals(state.run().predictions(), shown("y.png").run().predictions());
  }

  @Test
  void aFolderWithoutPicturesGivesOneLineAndNoStrip() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Controller controller = window.viewer.controller();
    StripWalk walk = new StripWalk(window.viewer.store(), controller);
    window.perform(() -> walk.open(empty));
    ViewerState state = window.await("a message", s -> s.message() != null);
    assertTrue(state.message().text().contains("no pictures"), state.message().text());
    assertNull(state.filmStrip());
  }

  @Test
  void severalFilesAreAStripInTheirOrder() throws IOException {
    opened(
        TestPictures.gradient(folder, "z.png"),
        TestPictures.gradient(folder, "y.png"),
        folder.resolve("gone.png"));
    shown("z.png");
    assertEquals(
        List.of("z.png", "y.png", "gone.png"),
        window.state().filmStrip().frames().stream().map(FilmStrip.Frame::name).toList());
  }
}
