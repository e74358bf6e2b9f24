package io.skipscope.viewer.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Font;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WindowFontTest {
  /** No character, so that no font has it. */
  private static final String UNWRITABLE = "\ufdd0";

  private static final Font DIALOG = new Font(Font.DIALOG, Font.PLAIN, 12);

  /** A font that lacks Chinese, as Inter does. */
  private static final class Latin extends Font {
    Latin() {
      super("Latin", Font.PLAIN, 12);
    }

    @Override
    public int canDisplayUpTo(String text) {
      return text.chars().allMatch(c -> c < 0x250) ? -1 : 0;
    }

    @Override
    public String getFamily() {
      return "Latin";
    }
  }

  @Test
  void theFirstFontThatCanWriteTheTextIsTaken() {
    List<Font> fonts = List.of(new Latin(), DIALOG);
    assertEquals(Optional.of("Latin"), WindowFont.familyFor("Language", fonts.stream()));
    assertEquals(Optional.of(Font.DIALOG), WindowFont.familyFor("\u2192", fonts.stream()));
  }

  @Test
  void noneIsTakenWhereNoneCan() {
    assertEquals(Optional.empty(), WindowFont.familyFor(UNWRITABLE, Stream.of(DIALOG)));
  }
}
