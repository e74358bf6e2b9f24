package io.skipscope.viewer.state;

import java.util.Locale;

/** The language that the user wants the window's words in. */
public enum Language {
  /** The one that the system is set to; English where there is no translation. */
  SYSTEM,
  ENGLISH,
  CHINESE;

  /** Its locale; the system's as it is now. */
  public Locale locale() {
    return switch (this) {
      case SYSTEM -> Locale.getDefault(Locale.Category.DISPLAY);
      case ENGLISH -> Locale.ENGLISH;
      case CHINESE -> Locale.SIMPLIFIED_CHINESE;
    };
  }
}
