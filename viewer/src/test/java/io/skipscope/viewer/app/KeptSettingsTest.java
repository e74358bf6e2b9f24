package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.viewer.state.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.swing.JMenu;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closes the window and opens it again, without a model. */
@Tag("display")
class KeptSettingsTest {
  @TempDir private Path folder;

  @Test
  void themeColoursAndRecentFilesSurviveARestart() {
    Path file = folder.resolve("viewer.json");
    try (DrivenWindow window = DrivenWindow.open(file, "resnet20", null)) {
      window.press("ctrl T");
      window.press("ctrl M");
      window.press("ctrl alt PLUS");
      window.update(s -> s.with().recent(s.recent().withModel("resnet20")).build());
    }
    try (DrivenWindow again = DrivenWindow.open(file, "resnet20", null)) {
      assertTrue(again.state().dark());
      assertEquals(1.1f, again.state().windowZoom(), 1e-6f);
      again.press("ctrl alt 0");
      assertEquals(1, again.state().windowZoom());
      assertEquals(ColorMap.values()[1], again.state().colorMap());
      JMenu recent = recentModels(again);
      assertEquals("resnet20", recent.getItem(0).getText());
    }
  }

  private static JMenu recentModels(DrivenWindow window) {
    return DrivenWindow.onEventThread(
        () ->
            Arrays.stream(window.viewer.window().getJMenuBar().getMenu(0).getMenuComponents())
                .filter(item -> "recent.models".equals(item.getName()))
                .map(JMenu.class::cast)
                .findFirst()
                .orElseThrow());
  }

  @Test
  void settingsThatCannotBeReadAreSaidInOneLineAndReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("viewer.json"), "{\"dark\": tru");
    try (DrivenWindow window = DrivenWindow.open(file, "resnet20", null)) {
      assertFalse(window.state().dark());
      Message message = window.state().message();
      assertTrue(message.text().contains("viewer.json"), message.text());
      assertEquals(1, message.text().lines().count());
    }
    try (DrivenWindow again = DrivenWindow.open(file, "resnet20", null)) {
      assertEquals(null, again.state().message());
    }
  }
}
