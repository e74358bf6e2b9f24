package io.skipscope.viewer.app;

import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.WindowFont;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;

/** Takes the words of a language, and a font that can write them. */
final class WindowLanguage {
  private WindowLanguage() {}

  /**
   * Before the first component is made. Event thread.
   *
   * @return one line for the user where no font can write the language, and it is English instead
   */
  static Optional<String> use(Language wanted) {
    Text.use(wanted.locale());
    boolean written = WindowFont.choose(Text.of("language.sample"));
    if (!written) {
      Text.use(Locale.ENGLISH);
    }
    // Swing's own words, such as those of its dialogs' buttons.
    JComponent.setDefaultLocale(Text.locale());
    return written ? Optional.empty() : Optional.of(Text.of("language.noFont"));
  }
}
