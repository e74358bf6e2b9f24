package io.skipscope.viewer.canvas;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Which controls take the focus when, and what keys do. */
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
    onKey(component, JComponent.WHEN_FOCUSED, key, work);
  }

  /** Likewise wherever in the component's window the focus is. */
  public static void onWindowKey(JComponent component, String key, Runnable work) {
    onKey(component, JComponent.WHEN_IN_FOCUSED_WINDOW, key, work);
  }

  private static void onKey(JComponent component, int condition, String key, Runnable work) {
    component.getInputMap(condition).put(KeyStroke.getKeyStroke(key), key);
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
