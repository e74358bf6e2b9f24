package io.skipscope.viewer.state;

/**
 * How the window is coloured.
 *
 * @param systemDark whether the system's windows were dark when it was asked last
 */
public record Look(ThemeMode mode, Accent accent, boolean systemDark) {
  public static final Look INITIAL = new Look(ThemeMode.SYSTEM, Accent.BLUE, false);

  public boolean dark() {
    return mode == ThemeMode.DARK || mode == ThemeMode.SYSTEM && systemDark;
  }

  public Look withMode(ThemeMode other) {
    return new Look(other, accent, systemDark);
  }

  public Look withAccent(Accent other) {
    return new Look(mode, other, systemDark);
  }

  public Look withSystemDark(boolean other) {
    return new Look(mode, accent, other);
  }

  /** Dark where this is light, light where it is dark; no longer as the system has it. */
  public Look flipped() {
    return withMode(dark() ? ThemeMode.LIGHT : ThemeMode.DARK);
  }
}
