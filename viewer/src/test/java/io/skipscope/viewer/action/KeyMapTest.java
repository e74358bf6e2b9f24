package io.skipscope.viewer.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.viewer.state.KeyChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMapTest {
  private static final KeyStroke OTHER = KeyStroke.getKeyStroke("ctrl alt H");

  private static KeyMap findBy(KeyStroke key) {
    return new KeyMap(KeyMap.USUAL.with(Command.FIND, key));
  }

  @Test
  void aChangedKeyIsKnownByItsCommandAndTheOldOneIsFree() {
    KeyMap keys = findBy(OTHER);
    assertEquals(OTHER, keys.key(Command.FIND));
    assertEquals(Optional.of(Command.FIND), keys.userOf(OTHER));
    assertEquals(Optional.empty(), keys.userOf(Command.FIND.usualKey()));
    assertEquals(Command.FOLD.usualKey(), keys.key(Command.FOLD));
  }

  @Test
  void theUsualKeyIsNoChange() {
    assertEquals(KeyChoices.NONE, findBy(OTHER).with(Command.FIND, Command.FIND.usualKey()));
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void everyKeyIsTheSameAfterItWasWrittenAndRead(Command command) {
    KeyStroke key = command.usualKey();
    assertEquals(key, KeyStroke.getKeyStroke(key.toString()));
  }

  @Test
  void aKeyThatCannotBeReadIsTheUsualOne() {
    KeyMap keys = new KeyMap(KeyChoices.NONE.with("FIND", "no such key"));
    assertEquals(Command.FIND.usualKey(), keys.key(Command.FIND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "shift A", "SPACE", "TAB", "ctrl TAB", "BACK_SPACE", "5"})
  void keysThatWriteOrMoveTheFocusAreNotFit(String key) {
    assertFalse(KeyMap.isFit(KeyStroke.getKeyStroke(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ctrl A", "alt A", "F7", "shift F7", "HOME", "shift LEFT", "ctrl SPACE"})
  void keysThatDoNotAreFit(String key) {
    assertTrue(KeyMap.isFit(KeyStroke.getKeyStroke(key)));
  }

  @Test
  void menusTooltipsAndTheWindowFollow() {
    List<String> done = new ArrayList<>();
    ActionTable table = new ActionTable().put(Command.FIND, () -> done.add("found"));
    table.put(Command.ZOOM_IN, () -> done.add("zoomed"));
    JMenuItem item = new JMenuItem(table.get(Command.FIND));
    JButton explained = new JButton();
    table.explain(explained, Command.FIND);
    JRootPane root = new JRootPane();
    table.bindTo(root);
    table.follow(findBy(OTHER));
    assertEquals(OTHER, item.getAccelerator());
    String key = KeyText.of(OTHER);
    assertTrue(item.getToolTipText().contains(key), item.getToolTipText());
    assertTrue(explained.getToolTipText().contains(key), explained.getToolTipText());
    assertEquals(Command.FIND, bound(root, OTHER));
    assertEquals(null, bound(root, Command.FIND.usualKey()));
    assertEquals(Command.ZOOM_IN, bound(root, KeyStroke.getKeyStroke("ctrl EQUALS")));
    assertEquals(List.of(), done);
  }

  @Test
  void aSecondKeyOfACommandGivesWayToTheUsersOwn() {
    KeyStroke second = KeyStroke.getKeyStroke("ctrl EQUALS");
    ActionTable table = new ActionTable().put(Command.FIND, () -> {});
    table.put(Command.ZOOM_IN, () -> {});
    JRootPane root = new JRootPane();
    table.bindTo(root);
    table.follow(findBy(second));
    assertEquals(Command.FIND, bound(root, second));
  }

  private static Object bound(JRootPane root, KeyStroke key) {
    return root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(key);
  }
}
