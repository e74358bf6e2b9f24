package io.skipscope.viewer.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;

/** The window's words, from the one bundle {@code viewer.properties}. */
public final class Text {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("io.skipscope.viewer.viewer");

  private Text() {}

  /**
   * @param arguments take the places {0}, {1}, ... of the text
   * @throws java.util.MissingResourceException if the bundle has no such key
   */
  public static String of(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    // As texts, for numbers would be written with the separators of the user's country.
    Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
    return texts.length == 0 ? pattern : MessageFormat.format(pattern, texts);
  }

  /** The text of an enum constant, under {@code TYPE.CONSTANT}. */
  public static String of(Enum<?> constant) {
    return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }
}
