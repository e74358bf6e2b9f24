package io.skipscope.viewer.canvas;

import javax.swing.AbstractButton;

/** Which controls take the focus when. */
public final class Focus {
  private Focus() {}

  /** Lets Tab reach a button, while a click on it leaves the focus, and so the arrow keys. */
  public static void byTabOnly(AbstractButton button) {
    button.setFocusable(true);
    button.setRequestFocusEnabled(false);
  }
}
