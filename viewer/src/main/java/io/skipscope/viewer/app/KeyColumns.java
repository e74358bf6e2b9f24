package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Sets groups of commands one below the other, in columns. */
final class KeyColumns {
  private static final int LINES = 46;
  private static final int COLUMN_GAP = 36;
  private static final int GROUP_GAP = 14;
  private static final int KEY_GAP = 14;

  private final JPanel panel = new JPanel();
  private JPanel column;
  private int line;

  KeyColumns() {
    panel.setLayout(new BoxLayout(panel, BoxLayout.X_AXIS));
    panel.setName("keys");
  }

  /** No higher than its lines, so that all columns begin at the top. */
  private static final class Column extends JPanel {
    Column() {
      super(new GridBagLayout());
      setAlignmentY(Component.TOP_ALIGNMENT);
    }

    @Override
    public Dimension getMaximumSize() {
      return getPreferredSize();
    }
  }

  /** Begins a group, in a new column if it would not fit into the present one. */
  void start(CommandGroup group) {
    if (column == null || line + 1 + group.commands().size() > LINES) {
      startColumn();
    }
    JLabel heading = new JLabel(group.label());
    heading.putClientProperty("FlatLaf.styleClass", "h4");
    place(heading, 0, line == 0 ? 0 : GROUP_GAP);
    line++;
  }

  private void startColumn() {
    if (column != null) {
      panel.add(Box.createHorizontalStrut(COLUMN_GAP));
    }
    column = new Column();
    line = 0;
    panel.add(column);
  }

  void add(Command command, JComponent key) {
    JLabel name = new JLabel(command.label());
    name.setLabelFor(key);
    place(name, 0, 0);
    place(key, 1, 0);
    line++;
  }

  private void place(JComponent part, int place, int above) {
    GridBagConstraints where = new GridBagConstraints();
    where.gridx = place;
    where.gridy = line;
    where.anchor = GridBagConstraints.LINE_START;
    where.fill = GridBagConstraints.HORIZONTAL;
    where.insets = new Insets(above, place * KEY_GAP, 0, 0);
    column.add(part, where);
  }

  JPanel panel() {
    return panel;
  }
}
