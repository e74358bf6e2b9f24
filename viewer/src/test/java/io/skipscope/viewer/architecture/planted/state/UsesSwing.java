package io.skipscope.viewer.architecture.planted.state;

import javax.swing.JLabel;

/** Uses Swing where only plain data belongs. */
class UsesSwing {
  JLabel label;
}
