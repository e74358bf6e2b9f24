package io.skipscope.viewer.state;

/** The colour of what is selected or active; the theme has a shade of each for light and dark. */
public enum Accent {
  BLUE,
  TEAL,
  GREEN,
  ORANGE,
  RED,
  PURPLE
}
