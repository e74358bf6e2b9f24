package io.skipscope.viewer.text;

import io.skipscope.error.SkipscopeException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the engine says, in the language of the window. The engine itself speaks English; a
 * translation of the bundle has its words under {@code engine.WORDS}, with {0}, {1}, ... from left
 * to right for the parts that vary, which are translated in turn. What has no translation stays
 * English. Any thread.
 */
public final class EngineText {
  private static final String PREFIX = "engine.";
  private static final Pattern VARYING = Pattern.compile("\\{\\d}");

  private EngineText() {}

  /** A step of some work, a line or a part of an error, or where something comes from. */
  public static String of(String words) {
    // Most are steps of work, said many times a second.
    if (Text.has(PREFIX + words)) {
      return Text.of(PREFIX + words);
    }
    return Text.keys()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()))
        .filter(form -> words.startsWith(beginning(form)))
        .sorted(Comparator.comparingInt(String::length).reversed())
        .flatMap(form -> translated(form, words).stream())
        .findFirst()
        .orElse(words);
  }

  /** What words of a form begin with. */
  private static String beginning(String form) {
    int varying = form.indexOf("{0}");
    return varying < 0 ? form : form.substring(0, varying);
  }

  /** Empty unless the words are of this form. */
  private static Optional<String> translated(String form, String words) {
    Matcher parts = pattern(form).matcher(words);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Object[] varying =
        IntStream.rangeClosed(1, parts.groupCount()).mapToObj(i -> of(parts.group(i))).toArray();
    return Optional.of(Text.of(PREFIX + form, varying));
  }

  private static Pattern pattern(String form) {
    return Pattern.compile(
        Stream.of(VARYING.split(form, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(.+?)")));
  }

  /** An error, in one line. */
  public static String of(SkipscopeException error) {
    return Text.of("error.line", of(error.where()), of(error.found()), of(error.expected()));
  }
}
