package io.skipscope.viewer.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The window's words, from the bundle {@code viewer.properties} and its translations. They are
 * English until {@link #use} chooses another language, before the window is made.
 */
public final class Text {
  private static final String NAME = "io.skipscope.viewer.viewer";

  private static volatile ResourceBundle bundle = in(Locale.ROOT);

  private Text() {}

  /** Takes the words from a translation, or in English where there is none. Any thread. */
  public static void use(Locale locale) {
    bundle = in(locale);
  }

  /** The language of the words. */
  public static Locale locale() {
    Locale locale = bundle.getLocale();
    return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
  }

  /** Without the usual way out, which would take the system's language for a missing one. */
  private static ResourceBundle in(Locale locale) {
    return ResourceBundle.getBundle(
        NAME,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** All keys that have words in the present language. */
  static Stream<String> keys() {
    return bundle.keySet().stream();
  }

  /** Whether there are words of that key in the present language. */
  static boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * @param arguments take the places {0}, {1}, ... of the text
   * @throws java.util.MissingResourceException if the bundle has no such key
   */
  public static String of(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    // As texts, for numbers would be written with the separators of the user's country.
    Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
    return texts.length == 0 ? pattern : MessageFormat.format(pattern, texts);
  }

  /** The text of an enum constant, under {@code TYPE.CONSTANT}. */
  public static String of(Enum<?> constant) {
    return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }
}
