package io.skipscope.viewer.app;

import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.WindowFont;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;

/** Sees to it that the window can write the language of its words. */
final class WindowLanguage {
  private WindowLanguage() {}

  /**
   * Chooses a font for the words, before the first component is made; where none can write them
   * they are English from now on. Any thread.
   *
   * @return what the user is to be told of that, if anything
   */
  static Optional<Message> findFont() {
    Optional<Message> problem = Optional.empty();
    if (!WindowFont.choose(Text.of("language.sample"))) {
      Text.use(Locale.ENGLISH);
      problem = Optional.of(Message.notice(Text.of("language.noFont")));
    }
    // Swing's own words, such as those of its dialogs' buttons, are there by country alone.
    boolean chinese = Text.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
    JComponent.setDefaultLocale(chinese ? Locale.SIMPLIFIED_CHINESE : Text.locale());
    return problem;
  }
}
