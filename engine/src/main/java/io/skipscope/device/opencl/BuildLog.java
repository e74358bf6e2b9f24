package io.skipscope.device.opencl;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads compilers' logs; {@code #line} directives have made them name our files and lines. */
final class BuildLog {
  /** {@code conv/x.cl:12:5: error: text}: compilers that stem from clang. */
  private static final Pattern CLANG =
      Pattern.compile("([^\\s:]+\\.clh?):(\\d+):\\d+: (?:fatal )?error: (.*)");

  /** {@code "conv/x.cl", line 12: error: text}: compilers that stem from EDG. */
  private static final Pattern EDG =
      Pattern.compile("\"([^\"]+\\.clh?)\", line (\\d+): (?:catastrophic )?error: (.*)");

  private static final Pattern ANY = Pattern.compile("(?i).*\\berror\\b.*");

  private BuildLog() {}

  /** Such as {@code conv/x.cl:12: use of undeclared identifier 'y'}; empty for an empty log. */
  static Optional<String> firstError(String log) {
    return placed(CLANG, log)
        .or(() -> placed(EDG, log))
        .or(() -> log.lines().filter(line -> ANY.matcher(line).matches()).findFirst())
        .or(() -> log.lines().filter(line -> !line.isBlank()).findFirst())
        .map(String::strip);
  }

  private static Optional<String> placed(Pattern form, String log) {
    Matcher error = form.matcher(log);
    return error.find()
        ? Optional.of(error.group(1) + ":" + error.group(2) + ": " + error.group(3))
        : Optional.empty();
  }
}
