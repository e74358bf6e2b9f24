package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.image.Picture;
import io.skipscope.image.TestChart;
import io.skipscope.viewer.state.ViewerState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("display")
class TestChartMenuTest {
  @Test
  void chartsHaveTheSizeOfTheModelAndSavedViewsHaveThem(@TempDir Path folder) throws IOException {
    try (DrivenWindow window =
        DrivenWindow.open("resnet20", TestPictures.gradient(folder, "a.png"))) {
      window.await("the first maps", s -> s.run() != null);
      window.perform(() -> item(window).doClick());
      ViewerState chart =
          window.await("the chart", s -> s.picture().source().equals("chart:IMPULSE"));
      Picture seen = chart.run().seen();
      assertEquals(32, seen.width());
      assertEquals(1, Arrays.stream(seen.rgb()).filter(rgb -> rgb == 0xFFFFFF).count());
      Path view = folder.resolve("v.skipscope");
      window.perform(() -> window.viewer.controller().saveView(view));
      window.await("saved", s -> s.message() != null);
      window.perform(() -> window.viewer.controller().openPicture(folder.resolve("a.png")));
      window.await("the picture", s -> s.picture().name().equals("a.png"));
      window.perform(() -> window.viewer.controller().openView(view));
      ViewerState again = window.await("the view", s -> s.picture().source().startsWith("chart:"));
      assertEquals(chart.run().predictions(), again.run().predictions());
    }
  }

  private static JMenuItem item(DrivenWindow window) {
    JMenuBar bar = window.viewer.window().getJMenuBar();
    return Arrays.stream(bar.getComponents())
        .flatMap(menu -> Arrays.stream(((JMenu) menu).getMenuComponents()))
        .filter(menu -> "menu.charts".equals(menu.getName()))
        .flatMap(menu -> Arrays.stream(((JMenu) menu).getMenuComponents()))
        .filter(choice -> TestChart.IMPULSE.name().equals(choice.getName()))
        .map(JMenuItem.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
