package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import org.junit.jupiter.api.Test;

class BoldFontsTest {
  private static final Font PLAIN = new Font(Font.DIALOG, Font.PLAIN, 13);

  @Test
  void theSameFontIsMadeOnce() {
    Font equal = new Font(Font.DIALOG, Font.PLAIN, 13);
    assertSame(BoldFonts.of(PLAIN, 20), BoldFonts.of(equal, 20));
    assertSame(BoldFonts.of(PLAIN), BoldFonts.of(PLAIN, 13));
  }

  @Test
  void fontsDifferBySizeAndBase() {
    Font large = BoldFonts.of(PLAIN, 20);
    assertTrue(large.isBold());
    assertEquals(20, large.getSize2D());
    assertNotSame(large, BoldFonts.of(PLAIN, 21));
    assertNotSame(large, BoldFonts.of(new Font(Font.SERIF, Font.PLAIN, 13), 20));
  }
}
