package io.skipscope.viewer.action;

import javax.swing.ComponentInputMap;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;

/** The keys of a whole window; while a menu is open, arrows, Enter and Escape are the menu's. */
final class WindowKeys extends ComponentInputMap {
  WindowKeys(JRootPane root) {
    super(root);
    setParent(root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW));
  }

  @Override
  public Object get(KeyStroke key) {
    boolean menuIsOpen = MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
    return menuIsOpen ? getParent().get(key) : super.get(key);
  }
}
