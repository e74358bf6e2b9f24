package io.skipscope.viewer.app;

import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/**
 * Makes one of each control that takes long for the first time, up to 50 ms, and throws it away, so
 * that the panes, which have several of them, are made quickly.
 */
final class FirstControls {
  private FirstControls() {}

  /** One for each control, without those that it consists of: these come first. */
  static List<Step> steps() {
    return List.of(
        new Step("first scroll bars", JScrollPane::new),
        new Step("first list", JList::new),
        new Step("first menu", JPopupMenu::new),
        new Step("first field", JTextField::new),
        new Step("first text", () -> new JTextArea().setEditable(false)),
        new Step("first chooser", JComboBox::new));
  }
}
