package io.skipscope.viewer.app;

import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JRadioButtonMenuItem;

/** A submenu of choices, of which the one in use is marked. */
final class ChoiceMenu<E extends Enum<E>> extends JMenu {
  /**
   * @param key of the menu's words, and its name
   */
  ChoiceMenu(
      StateStore store,
      String key,
      E[] choices,
      Function<ViewerState, E> current,
      Consumer<E> onChoose) {
    super(Text.of(key));
    setName(key);
    Map<E, JRadioButtonMenuItem> items = new HashMap<>();
    ButtonGroup group = new ButtonGroup();
    for (E choice : choices) {
      JRadioButtonMenuItem item = new JRadioButtonMenuItem(Text.of(choice));
      item.setName(key + "." + choice.name());
      item.addActionListener(
          event -> {
            onChoose.accept(choice);
            // A click marks the item even where the user then gave up.
            items.get(current.apply(store.state())).setSelected(true);
          });
      items.put(choice, item);
      group.add(item);
      add(item);
      store.addListener((changes, state) -> item.setSelected(current.apply(state) == choice));
    }
  }
}
