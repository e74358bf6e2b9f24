package io.skipscope.viewer.state;

/** Whether the window is light or dark. */
public enum ThemeMode {
  LIGHT,
  DARK,
  /** As the system's other windows are. */
  SYSTEM
}
