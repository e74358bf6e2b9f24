package io.skipscope.viewer.text;

import io.skipscope.error.SkipscopeException;
import java.util.Comparator;

/**
 * What the engine says, in the language of the window. The engine itself speaks English; a
 * translation of the bundle has its words under {@code engine.WORDS}, with {0} for a part that
 * varies. What has no translation stays English. Any thread.
 */
public final class EngineText {
  private static final String PREFIX = "engine.";
  private static final String VARYING = "{0}";

  private EngineText() {}

  /** A step of some work, a part of an error, or where something comes from. */
  public static String of(String words) {
    return Text.keys()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()))
        .filter(form -> fits(form, words))
        .max(Comparator.comparingInt(String::length))
        .map(form -> Text.of(PREFIX + form, varying(form, words)))
        .orElse(words);
  }

  private static boolean fits(String form, String words) {
    return form.contains(VARYING)
        ? words.length() >= form.length() - VARYING.length()
            && words.startsWith(before(form))
            && words.endsWith(after(form))
        : words.equals(form);
  }

  private static String varying(String form, String words) {
    return form.contains(VARYING)
        ? words.substring(before(form).length(), words.length() - after(form).length())
        : "";
  }

  private static String before(String form) {
    return form.substring(0, form.indexOf(VARYING));
  }

  private static String after(String form) {
    return form.substring(form.indexOf(VARYING) + VARYING.length());
  }

  /** An error, in one line. */
  public static String of(SkipscopeException error) {
    return Text.of("error.line", error.where(), of(error.found()), of(error.expected()));
  }
}
