package io.skipscope.viewer.action;

import java.awt.event.ActionEvent;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ActionMap;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;

/** The one table of actions: what each {@link Command} does, with its name, tooltip and key. */
public final class ActionTable {
  /** Other keys of a command that has its usual one, as keyboards differ in these. */
  private static final Map<String, Command> ALSO =
      Map.of(
          "ctrl EQUALS", Command.ZOOM_IN,
          "ctrl ADD", Command.ZOOM_IN,
          "ctrl SUBTRACT", Command.ZOOM_OUT,
          "ctrl alt EQUALS", Command.WINDOW_LARGER,
          "ctrl alt ADD", Command.WINDOW_LARGER,
          "ctrl alt SUBTRACT", Command.WINDOW_SMALLER);

  private final Map<Command, Action> actions = new EnumMap<>(Command.class);
  private final Map<JComponent, Function<KeyMap, String>> explained = new LinkedHashMap<>();
  private KeyMap keys = KeyMap.USUAL;
  private WindowKeys bound;

  /** Says what a command does; the last word counts. */
  public ActionTable put(Command command, Runnable work) {
    Action action =
        new AbstractAction(command.label()) {
          @Override
          public void actionPerformed(ActionEvent event) {
            work.run();
          }
        };
    action.putValue(Action.ACTION_COMMAND_KEY, command.name());
    actions.put(command, action);
    showKey(command, action);
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

  /** Gives a control that is not made from an action a command's name and key as its tooltip. */
  public void explain(JComponent control, Command command) {
    explain(control, map -> map.tooltip(command));
  }

  /** Gives a control a tooltip with keys in it, which follows when these change. */
  public void explain(JComponent control, Function<KeyMap, String> words) {
    explained.put(control, words);
    control.setToolTipText(words.apply(keys));
  }

  /** Makes every key work wherever the focus is in the window, but for open menus. */
  public void bindTo(JRootPane root) {
    bound = new WindowKeys(root);
    ActionMap map = root.getActionMap();
    actions.forEach((command, action) -> map.put(command, action));
    fillKeys();
    root.setInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW, bound);
  }

  /** Changes the keys, and what menus and tooltips say of them. Event thread. */
  public void follow(KeyMap newKeys) {
    keys = newKeys;
    actions.forEach(this::showKey);
    explained.forEach((control, words) -> control.setToolTipText(words.apply(keys)));
    if (bound != null) {
      bound.clear();
      fillKeys();
    }
  }

  private void showKey(Command command, Action action) {
    action.putValue(Action.SHORT_DESCRIPTION, keys.tooltip(command));
    action.putValue(Action.ACCELERATOR_KEY, keys.key(command));
  }

  private void fillKeys() {
    ALSO.forEach(
        (key, command) -> {
          if (keys.isUsual(command)) {
            bound.put(KeyStroke.getKeyStroke(key), command);
          }
        });
    actions.keySet().forEach(command -> bound.put(keys.key(command), command));
  }
}
