package io.skipscope.viewer.action;

import io.skipscope.viewer.state.KeyChoices;
import io.skipscope.viewer.text.Text;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.KeyStroke;

/** The key of every command: the user's own, else the usual one. Immutable. */
public final class KeyMap {
  public static final KeyMap USUAL = new KeyMap(KeyChoices.NONE);

  private static final int HELD =
      InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;

  /** Keys that write nothing and so may stand alone, besides F1 and so on. */
  private static final Set<Integer> SILENT =
      Set.of(
          KeyEvent.VK_UP,
          KeyEvent.VK_DOWN,
          KeyEvent.VK_LEFT,
          KeyEvent.VK_RIGHT,
          KeyEvent.VK_PAGE_UP,
          KeyEvent.VK_PAGE_DOWN,
          KeyEvent.VK_HOME,
          KeyEvent.VK_END,
          KeyEvent.VK_INSERT,
          KeyEvent.VK_ENTER,
          KeyEvent.VK_ESCAPE);

  private final KeyChoices choices;
  private final Map<Command, KeyStroke> keys = new EnumMap<>(Command.class);

  /** A choice that names no key of a keyboard counts as none. */
  public KeyMap(KeyChoices choices) {
    this.choices = choices;
    for (Command command : Command.values()) {
      keys.put(
          command,
          choices.of(command.name()).map(KeyStroke::getKeyStroke).orElse(command.usualKey()));
    }
  }

  public KeyStroke key(Command command) {
    return keys.get(command);
  }

  /** The key in words, such as {@code Ctrl+Shift+O}. */
  public String text(Command command) {
    return KeyText.of(key(command));
  }

  /** What a command does, and its key: for tooltips. */
  public String tooltip(Command command) {
    return Text.of("action.tooltip", command.label(), text(command));
  }

  public boolean isUsual(Command command) {
    return key(command).equals(command.usualKey());
  }

  /** The command that has a key. */
  public Optional<Command> userOf(KeyStroke key) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().equals(key))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The choices with another key for a command. */
  public KeyChoices with(Command command, KeyStroke key) {
    return key.equals(command.usualKey())
        ? choices.without(command.name())
        : choices.with(command.name(), key.toString());
  }

  /**
   * Whether a key can be a command's wherever the focus is: it must not write into a text field,
   * nor move the focus.
   */
  public static boolean isFit(KeyStroke key) {
    int code = key.getKeyCode();
    boolean held = (key.getModifiers() & HELD) != 0;
    boolean function = code >= KeyEvent.VK_F1 && code <= KeyEvent.VK_F12;
    boolean known = code != KeyEvent.VK_UNDEFINED && code != KeyEvent.VK_TAB;
    return known && (held || function || SILENT.contains(code));
  }
}
