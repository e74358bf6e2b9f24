package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.GridLayout;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

/** The list of all keys. */
final class KeySheet {
  private KeySheet() {}

  static void show(Component parent) {
    JOptionPane.showMessageDialog(
        parent, sheet(), Text.of("keys.title"), JOptionPane.PLAIN_MESSAGE);
  }

  static JPanel sheet() {
    JPanel sheet = new JPanel(new GridLayout(0, 2, 24, 6));
    sheet.setName("keys");
    for (Command command : Command.values()) {
      JLabel key = new JLabel(command.keyText());
      key.putClientProperty("FlatLaf.styleClass", "monospaced");
      sheet.add(new JLabel(command.label()));
      sheet.add(key);
    }
    return sheet;
  }
}
