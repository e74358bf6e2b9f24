package io.skipscope.viewer.architecture.planted.labpane;

import com.formdev.flatlaf.FlatLaf;

/** Uses FlatLaf outside of the theme. */
class UsesFlatLaf {
  FlatLaf look;
}
