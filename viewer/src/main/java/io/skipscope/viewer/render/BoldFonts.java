package io.skipscope.viewer.render;

import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bold fonts, each made once.
 *
 * <p>Java keeps the drawn glyphs with a font object, and of a font that has fallbacks, as that of
 * the window has, {@link Font#deriveFont(int)} makes a new object each time: to derive one in each
 * painting would draw its glyphs anew and fill the memory with them.
 */
public final class BoldFonts {
  /** More than one look and zoom of the window needs. */
  private static final int MOST = 32;

  private static final Map<Key, Font> MADE =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Font> eldest) {
          return size() > MOST;
        }
      };

  private record Key(Font base, float size) {}

  private BoldFonts() {}

  /**
   * The bold form of a font. Any thread.
   *
   * @param size in points, not necessarily that of {@code base}
   */
  public static Font of(Font base, float size) {
    synchronized (MADE) {
      return MADE.computeIfAbsent(new Key(base, size), key -> base.deriveFont(Font.BOLD, size));
    }
  }

  /** Likewise, of the same size. */
  public static Font of(Font base) {
    return of(base, base.getSize2D());
  }
}
