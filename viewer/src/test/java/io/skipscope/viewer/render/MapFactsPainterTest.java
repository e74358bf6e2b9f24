package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.export.DrawnWords;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the selected map holds, read from the drawing. */
class MapFactsPainterTest {
  private static final String TAP = "layer1.0.output";
  private static final int WIDTH = 200;

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private static List<DrawnWords> painted(int width, Pointer pointer) {
    BlockRun run =
        Runs.of(
            OpenNets.resNet20(), 0, Frames.of(TAP, Shape.of(1, 2, 1, 4), 9, 9, 9, 9, 0, 0, 2, 6));
    PreparedMaps maps = PreparedMaps.of(run, ColorMap.GREY, MapsChoice.INITIAL).orElseThrow();
    return DrawnWords.of(
        g -> new MapFactsPainter(g, Palettes.PLAIN, maps, false, width).paint(1, pointer));
  }

  /** The number that follows a name. */
  private static DrawnWords number(List<DrawnWords> words, String name) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).text().equals(name)) {
        return words.get(i + 1);
      }
    }
    throw new AssertionError(name + " is not in " + words);
  }

  @Test
  void statisticsOfTheChannelAreBesideTheirNames() {
    List<DrawnWords> words = painted(WIDTH, null);
    assertEquals("Channel 1", words.get(0).text());
    assertEquals("0.000", number(words, "least").text());
    assertEquals("6.000", number(words, "greatest").text());
    assertEquals("2.000", number(words, "mean").text());
    // The root of (2 * 2 * 2 + 0 + 4 * 4) / 4.
    assertEquals("2.449", number(words, "std").text());
    assertEquals("50.0 %", number(words, "zeros").text());
  }

  @Test
  void theNumberUnderThePointerIsSaidWithItsPlace() {
    List<DrawnWords> words = painted(WIDTH, new Pointer(TAP, 1, 0.6, 0));
    assertEquals("2.000", number(words, "row 0, column 2").text());
  }

  @Test
  void whereThereIsNoRoomBesideItsNameANumberStandsBeneath() {
    List<DrawnWords> narrow = painted(70, null);
    DrawnWords name =
        narrow.stream().filter(each -> each.text().equals("greatest")).findFirst().orElseThrow();
    assertTrue(number(narrow, "greatest").y() > name.y());
  }
}
