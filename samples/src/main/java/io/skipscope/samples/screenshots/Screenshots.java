package io.skipscope.samples.screenshots;

import io.skipscope.image.PngWriter;
import io.skipscope.viewer.drive.PassingWindow;
import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.keep.Settings;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Takes a picture of everything that the window shows, light and dark, in English and in Chinese:
 * {@code Screenshots DIR MODEL PICTURE PICTURES [SCENE...]}, where PICTURES is a folder or a ZIP
 * file for the film strip, and without a SCENE all are taken.
 *
 * <p>The scale is that of the process: {@code -Dsun.java2d.uiScale=2}, or {@code
 * -Dflatlaf.uiScale=1.25}. A display is needed that is larger than the window.
 */
public final class Screenshots {
  private Screenshots() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 4) {
      System.err.println("Screenshots: expected DIR MODEL PICTURE PICTURES [SCENE...]");
      System.exit(2);
    }
    List<Scene> scenes =
        Scene.ALL.stream()
            .filter(scene -> args.length == 4 || List.of(args).contains(scene.name()))
            .toList();
    for (Language language : List.of(Language.ENGLISH, Language.CHINESE)) {
      for (ThemeMode theme : List.of(ThemeMode.LIGHT, ThemeMode.DARK)) {
        String name = (language + "-" + theme).toLowerCase(Locale.ROOT);
        Path folder = Files.createDirectories(Path.of(args[0], name));
        Settings settings = settings(language, theme);
        try (WindowDriver window = PassingWindow.open(settings, args[1], Path.of(args[2]))) {
          take(scenes, new Stage(window, Path.of(args[3])), folder);
        }
      }
    }
    System.exit(0);
  }

  private static Settings settings(Language language, ThemeMode theme) {
    ViewerState state =
        ViewerState.INITIAL.with().look(Look.INITIAL.withMode(theme)).language(language).build();
    return Settings.of(state);
  }

  private static void take(List<Scene> scenes, Stage stage, Path folder) {
    stage.set();
    for (Scene scene : scenes) {
      stage.clear();
      scene.show(stage);
      Path file = folder.resolve(scene.fileName());
      PngWriter.write(file, stage.picture());
      System.out.println(file);
    }
    stage.clear();
  }
}
