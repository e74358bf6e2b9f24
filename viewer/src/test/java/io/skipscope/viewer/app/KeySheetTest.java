package io.skipscope.viewer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.state.KeyChoices;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

/** The key sheet without a window. */
class KeySheetTest {
  private final StateStore store = new StateStore(ViewerState.INITIAL);
  private final KeySheet sheet = new KeySheet(store);

  private static <T> T onEventThread(Callable<T> work) {
    return DrivenWindow.onEventThread(work);
  }

  private <C extends Component> C find(String name, Class<C> type) {
    return type.cast(DrivenWindow.find(sheet.sheet(), name));
  }

  private KeyButton button(Command command) {
    return find("key." + command, KeyButton.class);
  }

  private String message() {
    return find("keys.message", JLabel.class).getText();
  }

  /** Clicks on a command's key and presses another one. */
  private void change(Command command, String key) {
    onEventThread(
        () -> {
          button(command).doClick(0);
          press(command, key);
          return null;
        });
  }

  private void press(Command command, String key) {
    KeyButton button = button(command);
    KeyStroke stroke = KeyStroke.getKeyStroke(key);
    button.processKeyEvent(
        new KeyEvent(
            button,
            KeyEvent.KEY_PRESSED,
            0,
            stroke.getModifiers(),
            stroke.getKeyCode(),
            KeyEvent.CHAR_UNDEFINED));
  }

  private KeyMap keys() {
    return new KeyMap(store.state().keys());
  }

  @Test
  void everyCommandHasItsKeyOnTheSheet() {
    for (Command command : Command.values()) {
      assertNotNull(button(command), command.name());
      assertEquals(KeyMap.USUAL.text(command), button(command).getText());
    }
  }

  @Test
  void theKeyThatIsPressedAfterAClickIsTheNewOne() {
    change(Command.FIND, "ctrl alt H");
    assertEquals(KeyStroke.getKeyStroke("ctrl alt H"), keys().key(Command.FIND));
    assertEquals(keys().text(Command.FIND), button(Command.FIND).getText());
  }

  @Test
  void aHeldModifierAloneIsNotYetTheKey() {
    onEventThread(
        () -> {
          button(Command.FIND).doClick(0);
          press(Command.FIND, "ctrl CONTROL");
          return null;
        });
    assertEquals(Text.of("keys.press"), button(Command.FIND).getText());
    assertEquals(KeyChoices.NONE, store.state().keys());
  }

  @Test
  void aKeyOfAnotherCommandIsRefusedInOneLineThatNamesIt() {
    change(Command.FIND, "ctrl O");
    assertEquals(KeyChoices.NONE, store.state().keys());
    assertTrue(message().contains(Command.OPEN_MODEL.label()), message());
    assertEquals(1, message().lines().count());
    assertEquals(KeyMap.USUAL.text(Command.FIND), button(Command.FIND).getText());
  }

  @Test
  void aKeyThatWritesIsRefused() {
    change(Command.FIND, "H");
    assertEquals(KeyChoices.NONE, store.state().keys());
    assertFalse(message().equals(Text.of("keys.how")), message());
  }

  @Test
  void escapeLeavesTheKeyAsItIs() {
    change(Command.FIND, "ESCAPE");
    assertEquals(KeyChoices.NONE, store.state().keys());
    assertEquals(KeyMap.USUAL.text(Command.FIND), button(Command.FIND).getText());
  }

  @Test
  void deleteBringsOneUsualKeyBackAndTheButtonAll() {
    change(Command.FIND, "ctrl alt H");
    change(Command.FOLD, "ctrl alt J");
    onEventThread(
        () -> {
          KeyButton find = button(Command.FIND);
          Object name = find.getInputMap().get(KeyStroke.getKeyStroke("DELETE"));
          find.getActionMap().get(name).actionPerformed(null);
          return null;
        });
    assertTrue(keys().isUsual(Command.FIND));
    assertFalse(keys().isUsual(Command.FOLD));
    onEventThread(
        () -> {
          find("keys.reset", JButton.class).doClick(0);
          return null;
        });
    assertEquals(KeyChoices.NONE, store.state().keys());
    assertEquals(KeyMap.USUAL.text(Command.FOLD), button(Command.FOLD).getText());
  }
}
