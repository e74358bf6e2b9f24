package io.skipscope.viewer.action;

import java.awt.event.ActionEvent;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;

/** The one table of actions: what each {@link Command} does, with its name, tooltip and key. */
public final class ActionTable {
  private final Map<Command, Action> actions = new EnumMap<>(Command.class);

  /** Says what a command does; the last word counts. */
  public ActionTable put(Command command, Runnable work) {
    Action action =
        new AbstractAction(command.label()) {
          @Override
          public void actionPerformed(ActionEvent event) {
            work.run();
          }
        };
    action.putValue(Action.SHORT_DESCRIPTION, command.tooltip());
    action.putValue(Action.ACTION_COMMAND_KEY, command.name());
    actions.put(command, action);
    return this;
  }

  /**
   * @throws IllegalArgumentException if nothing was put for the command
   */
  public Action get(Command command) {
    Action action = actions.get(command);
    if (action == null) {
      throw new IllegalArgumentException("no action for " + command);
    }
    return action;
  }

  /** Makes every key work wherever the focus is in the window, but for open menus. */
  public void bindTo(JRootPane root) {
    InputMap keys = new WindowKeys(root);
    ActionMap map = root.getActionMap();
    actions.forEach(
        (command, action) -> {
          keys.put(command.key(), command);
          map.put(command, action);
        });
    keys.put(KeyStroke.getKeyStroke("ctrl EQUALS"), Command.ZOOM_IN);
    keys.put(KeyStroke.getKeyStroke("ctrl ADD"), Command.ZOOM_IN);
    keys.put(KeyStroke.getKeyStroke("ctrl alt EQUALS"), Command.WINDOW_LARGER);
    keys.put(KeyStroke.getKeyStroke("ctrl alt ADD"), Command.WINDOW_LARGER);
    keys.put(KeyStroke.getKeyStroke("ctrl alt SUBTRACT"), Command.WINDOW_SMALLER);
    keys.put(KeyStroke.getKeyStroke("ctrl SUBTRACT"), Command.ZOOM_OUT);
    root.setInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW, keys);
  }
}
