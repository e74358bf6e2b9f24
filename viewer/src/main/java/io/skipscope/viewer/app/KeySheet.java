package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** All keys on one sheet: groups, one below the other, in columns. */
final class KeySheet {
  private static final int LINES = 26;
  private static final int COLUMN_GAP = 36;
  private static final int GROUP_GAP = 14;
  private static final int KEY_GAP = 14;
  private static final int LINE_GAP = 2;

  private final JPanel sheet = new JPanel();
  private JPanel column;
  private int line;

  private KeySheet() {
    sheet.setLayout(new BoxLayout(sheet, BoxLayout.X_AXIS));
    sheet.setName("keys");
    for (CommandGroup group : CommandGroup.values()) {
      if (column == null || line + 1 + group.commands().size() > LINES) {
        startColumn();
      }
      add(group);
    }
    for (Component part : sheet.getComponents()) {
      // A column is no higher than its lines, so that all of them begin at the top.
      part.setMaximumSize(part.getPreferredSize());
    }
  }

  /** Shows the sheet, in scroll bars where it is larger than the window. */
  static void show(Component parent) {
    JScrollPane pane = new JScrollPane(sheet());
    pane.setBorder(BorderFactory.createEmptyBorder());
    Dimension all = pane.getPreferredSize();
    pane.setPreferredSize(
        new Dimension(
            Math.min(all.width + COLUMN_GAP, (int) (0.9 * parent.getWidth())),
            Math.min(all.height + COLUMN_GAP, (int) (0.8 * parent.getHeight()))));
    JOptionPane.showMessageDialog(parent, pane, Text.of("keys.title"), JOptionPane.PLAIN_MESSAGE);
  }

  static JPanel sheet() {
    return new KeySheet().sheet;
  }

  private void startColumn() {
    if (column != null) {
      sheet.add(Box.createHorizontalStrut(COLUMN_GAP));
    }
    column = new JPanel(new GridBagLayout());
    column.setAlignmentY(Component.TOP_ALIGNMENT);
    line = 0;
    sheet.add(column);
  }

  private void add(CommandGroup group) {
    JLabel heading = new JLabel(group.label());
    heading.putClientProperty("FlatLaf.styleClass", "h4");
    place(heading, 0, line == 0 ? 0 : GROUP_GAP);
    line++;
    for (Command command : group.commands()) {
      JLabel key = new JLabel(command.keyText());
      key.putClientProperty("FlatLaf.styleClass", "monospaced");
      place(new JLabel(command.label()), 0, LINE_GAP);
      place(key, 1, LINE_GAP);
      line++;
    }
  }

  private void place(JComponent part, int place, int above) {
    GridBagConstraints where = new GridBagConstraints();
    where.gridx = place;
    where.gridy = line;
    where.anchor = GridBagConstraints.LINE_START;
    where.insets = new Insets(above, place * KEY_GAP, 0, 0);
    column.add(part, where);
  }
}
