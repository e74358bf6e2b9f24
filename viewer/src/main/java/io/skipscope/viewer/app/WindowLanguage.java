package io.skipscope.viewer.app;

import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.WindowFont;
import java.util.Locale;
import javax.swing.JComponent;

/** Sees to it that the window can write the language of its words. */
final class WindowLanguage {
  private WindowLanguage() {}

  /**
   * Chooses a font for the words; where none can write them they are English from now on, which is
   * said. Before the first component is made; event thread.
   */
  static void findFont(StateStore store) {
    if (!WindowFont.choose(Text.of("language.sample"))) {
      Text.use(Locale.ENGLISH);
      Message problem = Message.notice(Text.of("language.noFont"));
      store.update(s -> s.with().message(problem).build());
    }
    // Swing's own words, such as those of its dialogs' buttons, are there by country alone.
    boolean chinese = Text.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
    JComponent.setDefaultLocale(chinese ? Locale.SIMPLIFIED_CHINESE : Text.locale());
  }
}
