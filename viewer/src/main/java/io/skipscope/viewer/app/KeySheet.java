package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.CommandGroup;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.action.KeyText;
import io.skipscope.viewer.state.KeyChoices;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.awt.AWTKeyStroke;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/** All commands with their keys, which can be changed. */
final class KeySheet {
  private static final int GAP = 36;
  private static final int UNIT = 16;

  private final StateStore store;
  private final Map<Command, KeyButton> buttons = new EnumMap<>(Command.class);
  private final JPanel sheet = new JPanel(new BorderLayout(0, 8));
  private final JLabel message = new JLabel();

  KeySheet(StateStore store) {
    this.store = store;
    KeyColumns columns = new KeyColumns();
    for (CommandGroup group : CommandGroup.values()) {
      columns.start(group);
      for (Command command : group.commands()) {
        KeyButton button = new KeyButton(command, this::change);
        buttons.put(command, button);
        columns.add(command, button);
      }
    }
    JPanel rows = columns.panel();
    moveBy(rows, KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, "TAB", "DOWN");
    moveBy(rows, KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, "shift TAB", "UP");
    sheet.add(scrolled(rows), BorderLayout.CENTER);
    sheet.add(below(), BorderLayout.SOUTH);
    follow();
  }

  private static void moveBy(JPanel rows, int direction, String key, String other) {
    rows.setFocusTraversalKeys(
        direction, Set.of(AWTKeyStroke.getAWTKeyStroke(key), AWTKeyStroke.getAWTKeyStroke(other)));
  }

  private static JScrollPane scrolled(JPanel rows) {
    JScrollPane pane = new JScrollPane(rows);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.getVerticalScrollBar().setUnitIncrement(UNIT);
    return pane;
  }

  private JPanel below() {
    message.setName("keys.message");
    message.setText(Text.of("keys.how"));
    JButton reset = new JButton(Text.of("keys.reset"));
    reset.setName("keys.reset");
    reset.setToolTipText(Text.of("keys.reset.tooltip"));
    reset.addActionListener(event -> keep(KeyChoices.NONE, Text.of("keys.allUsual")));
    JPanel below = new JPanel(new BorderLayout(GAP, 0));
    below.add(message, BorderLayout.CENTER);
    below.add(reset, BorderLayout.EAST);
    return below;
  }

  /** Shows the sheet, in scroll bars where it is larger than the window, and waits. */
  void show(Component parent) {
    Dimension all = sheet.getPreferredSize();
    sheet.setPreferredSize(
        new Dimension(
            Math.min(all.width + GAP, (int) (0.9 * parent.getWidth())),
            Math.min(all.height + GAP, (int) (0.8 * parent.getHeight()))));
    JOptionPane.showMessageDialog(parent, sheet, Text.of("keys.title"), JOptionPane.PLAIN_MESSAGE);
  }

  JPanel sheet() {
    return sheet;
  }

  /** Gives a command a key, unless it is no fit one or another command's; says which. */
  private void change(Command command, KeyStroke key) {
    KeyMap keys = new KeyMap(store.state().keys());
    Optional<Command> other = keys.userOf(key).filter(user -> user != command);
    String text = KeyText.of(key);
    if (!KeyMap.isFit(key) && !key.equals(command.usualKey())) {
      message.setText(Text.of("keys.unfit", text));
    } else if (other.isPresent()) {
      message.setText(Text.of("keys.taken", text, other.get().label()));
    } else {
      keep(keys.with(command, key), Text.of("keys.row", command.label(), text));
    }
  }

  private void keep(KeyChoices choices, String said) {
    store.update(s -> s.with().keys(choices).build());
    message.setText(said);
    follow();
  }

  private void follow() {
    KeyMap keys = new KeyMap(store.state().keys());
    buttons.values().forEach(button -> button.follow(keys));
  }
}
