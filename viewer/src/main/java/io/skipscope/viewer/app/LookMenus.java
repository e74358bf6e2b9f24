package io.skipscope.viewer.app;

import io.skipscope.viewer.state.Accent;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ThemeMode;
import io.skipscope.viewer.text.Text;
import java.util.function.UnaryOperator;
import javax.swing.JMenu;

/** The choices of the window's look and language. */
final class LookMenus {
  private LookMenus() {}

  static void addTo(JMenu menu, StateStore store) {
    menu.add(
        new ChoiceMenu<>(
            store,
            "menu.theme",
            ThemeMode.values(),
            state -> state.look().mode(),
            mode -> look(store, look -> look.withMode(mode))));
    menu.add(
        new ChoiceMenu<>(
            store,
            "menu.accent",
            Accent.values(),
            state -> state.look().accent(),
            accent -> look(store, look -> look.withAccent(accent))));
    menu.add(
        new ChoiceMenu<>(
            store,
            "menu.language",
            Language.values(),
            state -> state.language(),
            language -> choose(store, language)));
  }

  private static void look(StateStore store, UnaryOperator<Look> edit) {
    store.update(s -> s.with().look(edit.apply(s.look())).build());
  }

  /** The window keeps its words until it is made anew, so that it never shows two languages. */
  private static void choose(StateStore store, Language language) {
    if (language != store.state().language()) {
      Message next = Message.hint(Text.of("language.next"));
      store.update(s -> s.with().language(language).message(next).build());
    }
  }
}
