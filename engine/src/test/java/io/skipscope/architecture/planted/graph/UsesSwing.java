package io.skipscope.architecture.planted.graph;

import javax.swing.JPanel;

/** Uses Swing outside of the viewer. */
class UsesSwing {
  JPanel panel;
}
