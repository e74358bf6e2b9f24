package io.skipscope.viewer.app;

import io.skipscope.viewer.state.Recent;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JMenu;
import javax.swing.JMenuItem;

/** A menu of what was opened lately. */
final class RecentMenu extends JMenu {
  RecentMenu(
      StateStore store,
      String name,
      Function<Recent, List<String>> sources,
      Consumer<String> onOpen) {
    super(Text.of("menu.recent"));
    setName(name);
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.RECENT)) {
            fill(sources.apply(state.recent()), onOpen);
          }
        });
  }

  private void fill(List<String> sources, Consumer<String> onOpen) {
    removeAll();
    setEnabled(!sources.isEmpty());
    for (String source : sources) {
      JMenuItem item = new JMenuItem(source);
      item.addActionListener(event -> onOpen.accept(source));
      add(item);
    }
  }
}
