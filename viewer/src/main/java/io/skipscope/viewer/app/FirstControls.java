package io.skipscope.viewer.app;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JComponent;
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
    return Stream.<Supplier<JComponent>>of(
            JScrollPane::new,
            JList::new,
            JPopupMenu::new,
            JTextField::new,
            FirstControls::text,
            JComboBox::new)
        .map(control -> new Step("control", control::get))
        .toList();
  }

  private static JTextArea text() {
    JTextArea text = new JTextArea();
    text.setEditable(false);
    return text;
  }
}
