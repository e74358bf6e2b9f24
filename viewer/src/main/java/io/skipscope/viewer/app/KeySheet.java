package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;

/** All keys on one sheet, in columns of groups. */
final class KeySheet extends JPanel {
  private static final int LINES = 22;
  private static final int COLUMN_GAP = 40;
  private static final int KEY_GAP = 16;

  private int column;
  private int line;

  private KeySheet() {
    super(new GridBagLayout());
    setName("keys");
    for (CommandGroup group : CommandGroup.values()) {
      add(group);
    }
  }

  static void show(Component parent) {
    JOptionPane.showMessageDialog(
        parent, sheet(), Text.of("keys.title"), JOptionPane.PLAIN_MESSAGE);
  }

  static JPanel sheet() {
    return new KeySheet();
  }

  private void add(CommandGroup group) {
    if (line > 0 && line + group.commands().size() > LINES) {
      column++;
      line = 0;
    }
    JLabel heading = new JLabel(group.label());
    heading.putClientProperty("FlatLaf.styleClass", "h4");
    place(heading, 0, line == 0 ? 0 : KEY_GAP);
    line++;
    for (Command command : group.commands()) {
      JLabel key = new JLabel(command.keyText());
      key.putClientProperty("FlatLaf.styleClass", "monospaced");
      place(new JLabel(command.label()), 0, 3);
      place(key, 1, 3);
      line++;
    }
  }

  private void place(JComponent part, int place, int above) {
    GridBagConstraints where = new GridBagConstraints();
    where.gridx = 2 * column + place;
    where.gridy = line;
    where.anchor = GridBagConstraints.LINE_START;
    where.insets = new Insets(above, place == 1 ? KEY_GAP : column == 0 ? 0 : COLUMN_GAP, 0, 0);
    add(part, where);
  }
}
