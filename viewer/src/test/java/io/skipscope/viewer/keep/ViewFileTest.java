package io.skipscope.viewer.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Folds;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.RangeMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewFileTest {
  @TempDir private Path folder;

  private static SavedView view(MapsChoice maps) {
    return new SavedView(
        SavedView.VERSION,
        "net",
        "picture",
        "",
        Changes.NONE,
        3,
        false,
        Folds.BLOCKS,
        ColorMap.GREY,
        RangeMode.FULL,
        maps,
        false,
        List.of(new SavedRun("other", "b.png", "java", Changes.NONE, ComparedSide.DIFFERENCE)));
  }

  @Test
  void weightsAreShownAgain() {
    Path file = folder.resolve("v.skipscope");
    SavedView saved = view(MapsChoice.INITIAL.opened(true));
    ViewFile.write(file, saved);
    assertEquals(saved, ViewFile.read(file));
  }

  @Test
  void aViewSavedBeforeRunsWereKeptHoldsNone() throws IOException {
    Path file = folder.resolve("v.skipscope");
    ViewFile.write(file, view(MapsChoice.INITIAL));
    String text = Files.readString(file);
    String earlier = text.replaceFirst("(?s),\\s*\"compared\" : .*", "}");
    assertTrue(earlier.length() < text.length());
    Files.writeString(file, earlier);
    assertEquals(List.of(), ViewFile.read(file).compared());
  }

  @Test
  void aViewSavedBeforeThereWereWeightsShowsMaps() throws IOException {
    Path file = folder.resolve("v.skipscope");
    ViewFile.write(file, view(MapsChoice.INITIAL.opened(true)));
    String text = Files.readString(file);
    String earlier = text.replaceFirst("\"weights\" : true,", "");
    assertTrue(earlier.length() < text.length());
    Files.writeString(file, earlier);
    assertEquals(view(MapsChoice.INITIAL.opened(false)), ViewFile.read(file));
  }

  @Test
  void aViewSavedBeforeTheInputCouldBeChosenIsFedAsTheModelSays() throws IOException {
    Path file = folder.resolve("v.skipscope");
    ViewFile.write(file, view(MapsChoice.INITIAL));
    String text = Files.readString(file);
    String earlier = text.replaceFirst(",\\s*\"input\" : \\{[^}]*\\}", "");
    assertTrue(earlier.length() < text.length());
    Files.writeString(file, earlier);
    assertEquals(view(MapsChoice.INITIAL), ViewFile.read(file));
  }
}
