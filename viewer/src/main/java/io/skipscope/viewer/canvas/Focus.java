package io.skipscope.viewer.canvas;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Which controls take the focus when, and what keys do in the one that has it. */
public final class Focus {
  private Focus() {}

  /** Lets Tab reach a button, while a click on it leaves the focus, and so the arrow keys. */
  public static void byTabOnly(AbstractButton button) {
    button.setFocusable(true);
    button.setRequestFocusEnabled(false);
  }

  /**
   * Does something when a key is pressed in a component that has the focus.
   *
   * @param key as {@link KeyStroke#getKeyStroke(String)} reads it
   */
  public static void onKey(JComponent component, String key, Runnable work) {
    component.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
    component
        .getActionMap()
        .put(
            key,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                work.run();
              }
            });
  }
}
