package io.skipscope.viewer.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.viewer.state.Accent;
import io.skipscope.viewer.state.KeyChoices;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.Recent;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadAgain() {
    Settings settings =
        new Settings(
            new Look(ThemeMode.DARK, Accent.TEAL, false),
            Language.CHINESE,
            KeyChoices.NONE.with("FIND", "ctrl pressed H"),
            1.25f,
            ColorMap.CIVIDIS,
            RangeMode.FULL,
            new Recent(List.of("resnet20", "a.onnx"), List.of("b.png")));
    SettingsFile file = new SettingsFile(folder.resolve("new").resolve("viewer.json"));
    file.write(settings);
    assertEquals(settings, file.read(Assertions::fail));
    ViewerState state = settings.applyTo(ViewerState.INITIAL);
    assertEquals(settings, Settings.of(state));
    assertTrue(state.dark());
  }

  @Test
  void aFileOfAnEarlierVersionKeepsWhatItHas() throws IOException {
    Path file =
        Files.writeString(folder.resolve("viewer.json"), "{\"dark\": true, \"windowZoom\": 1.5}");
    Settings read = new SettingsFile(file).read(Assertions::fail);
    assertEquals(1.5f, read.windowZoom());
    assertEquals(Settings.INITIAL.look(), read.look());
    assertEquals(Settings.INITIAL.recent(), read.recent());
  }

  @Test
  void withoutAFileItIsAFirstStart() {
    assertEquals(
        Settings.INITIAL, new SettingsFile(folder.resolve("none.json")).read(Assertions::fail));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"windowZoom\": 1.1",
        "{\"look\": true}",
        "{\"look\": {\"mode\": \"DARK\"}}",
        "{\"keys\": {\"changed\": null}}",
        "{\"colorMap\": \"JET\"}",
        "[1]",
        "null"
      })
  void aFileThatIsNotUnderstoodIsNotUsedWhichIsSaidInOneLine(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("viewer.json"), content);
    List<String> problems = new ArrayList<>();
    assertEquals(Settings.INITIAL, new SettingsFile(file).read(problems::add));
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains("viewer.json"), problems.get(0));
    assertEquals(1, problems.get(0).lines().count());
  }

  @Test
  void theLatestIsFirstAndNothingIsKeptTwice() {
    Recent recent = Recent.NONE.withModel("a").withModel("b").withModel("a");
    assertEquals(List.of("a", "b"), recent.models());
    for (int i = 0; i < 20; i++) {
      recent = recent.withPicture("p" + i);
    }
    assertEquals(8, recent.pictures().size());
    assertEquals("p19", recent.pictures().get(0));
  }
}
