package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.text.Text;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;

/**
 * A command's key on the key sheet. After a click or Enter it waits for a key, which it then offers
 * as the new one; Escape leaves the key as it is, Delete brings the usual one back.
 */
final class KeyButton extends JButton {
  private static final Set<Integer> MODIFIERS =
      Set.of(
          KeyEvent.VK_SHIFT,
          KeyEvent.VK_CONTROL,
          KeyEvent.VK_ALT,
          KeyEvent.VK_ALT_GRAPH,
          KeyEvent.VK_META);

  private final Command command;
  private final BiConsumer<Command, KeyStroke> onKey;
  private KeyMap keys = KeyMap.USUAL;
  private boolean waiting;

  /**
   * @param onKey told of the key that is wanted for the command
   */
  KeyButton(Command command, BiConsumer<Command, KeyStroke> onKey) {
    this.command = command;
    this.onKey = onKey;
    setName("key." + command);
    setHorizontalAlignment(SwingConstants.LEADING);
    putClientProperty("JButton.buttonType", "toolBarButton");
    putClientProperty("FlatLaf.styleClass", "monospaced");
    addActionListener(event -> await(true));
    Focus.onKey(this, "ENTER", () -> await(true));
    Focus.onKey(this, "DELETE", () -> onKey.accept(command, command.usualKey()));
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            await(false);
          }
        });
  }

  /** Shows the command's key among these. */
  void follow(KeyMap newKeys) {
    keys = newKeys;
    setText(waiting ? Text.of("keys.press") : keys.text(command));
    getAccessibleContext()
        .setAccessibleName(Text.of("keys.row", command.label(), keys.text(command)));
    getAccessibleContext().setAccessibleDescription(Text.of("keys.how"));
  }

  private void await(boolean wanted) {
    waiting = wanted;
    // Or Tab and the arrows would move on instead.
    setFocusTraversalKeysEnabled(!wanted);
    follow(keys);
  }

  @Override
  protected void processKeyEvent(KeyEvent event) {
    if (!waiting) {
      super.processKeyEvent(event);
      return;
    }
    event.consume();
    if (event.getID() == KeyEvent.KEY_PRESSED && !MODIFIERS.contains(event.getKeyCode())) {
      take(KeyStroke.getKeyStrokeForEvent(event));
    }
  }

  private void take(KeyStroke key) {
    await(false);
    if (!key.equals(KeyStroke.getKeyStroke("ESCAPE"))) {
      onKey.accept(command, key);
    }
  }
}
