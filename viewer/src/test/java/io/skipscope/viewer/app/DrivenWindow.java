package io.skipscope.viewer.app;

import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.keep.Settings;
import io.skipscope.viewer.keep.SettingsFile;
import io.skipscope.viewer.mappane.MapsPane;
import io.skipscope.viewer.render.PreparedMaps;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;

/** The real window, driven from a test. */
final class DrivenWindow extends WindowDriver {
  final Viewer viewer;

  private DrivenWindow(Viewer viewer) {
    super(viewer);
    this.viewer = viewer;
  }

  /**
   * Opens the window on a model and a picture as at a first start, or skips the test where there is
   * no display.
   */
  static DrivenWindow open(String model, Path picture) {
    Path settings = Path.of("target", "viewer-test.json");
    try {
      Files.deleteIfExists(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(settings, model, picture);
  }

  /**
   * As above, on a small picture, with the first maps in view.
   *
   * @param folder where the picture is made
   */
  static DrivenWindow openWithMaps(String model, Path folder) throws IOException {
    DrivenWindow window = open(model, TestPictures.gradient(folder, "gradient.png"));
    window.await("the first maps", s -> s.run() != null);
    return window;
  }

  /** As above, with the settings of a file, which is written when the window closes. */
  static DrivenWindow open(Path file, String model, Path picture) {
    boolean display = !GraphicsEnvironment.isHeadless();
    if (!display) {
      System.err.println("SKIPPED: no display; run under Xvfb with DISPLAY set");
    }
    Assumptions.assumeTrue(display, "a display is needed: run under Xvfb with DISPLAY set");
    SettingsFile settings = new SettingsFile(file);
    if (!Files.exists(file)) {
      settings.write(firstStart());
    }
    return new DrivenWindow(Viewer.open(settings, model, picture));
  }

  /** The user's theme and language must not decide what a test sees. */
  private static Settings firstStart() {
    ViewerState state =
        ViewerState.INITIAL
            .with()
            .look(Look.INITIAL.withMode(ThemeMode.LIGHT))
            .language(Language.ENGLISH)
            .build();
    return Settings.of(state);
  }

  /** Changes the state past the controller. */
  void update(UnaryOperator<ViewerState> edit) {
    perform(() -> viewer.store().update(edit));
  }

  /** Changes the network as one step that can be undone. */
  void change(UnaryOperator<Changes> edit) {
    perform(() -> viewer.controller().change(h -> h.then(edit.apply(h.present()))));
  }

  /** The maps of the pane of all maps, as soon as they are as wanted. */
  PreparedMaps awaitMaps(Predicate<PreparedMaps> wanted) {
    MapsPane pane = find("maps", MapsPane.class);
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      PreparedMaps maps = onEventThread(pane::maps);
      if (maps != null && wanted.test(maps)) {
        return maps;
      }
    }
    throw new AssertionError("no such maps within 30 s");
  }

  /** The window's content as it is on the screen. */
  BufferedImage picture() {
    return onEventThread(
        () -> {
          Container content = viewer.window().getRootPane();
          BufferedImage image =
              new BufferedImage(
                  content.getWidth(), content.getHeight(), BufferedImage.TYPE_INT_RGB);
          Graphics2D g = image.createGraphics();
          content.paint(g);
          g.dispose();
          return image;
        });
  }
}
