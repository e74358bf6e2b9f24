package io.skipscope.device.opencl;

import io.skipscope.kernels.KernelSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads compilers' logs.
 *
 * <p>Most compilers heed {@code #line} and name our files; for those that give a name of their own
 * the line is traced to its file here.
 */
final class BuildLog {
  /** {@code conv/x.cl:12:5: error: text}: compilers that stem from clang. */
  private static final Pattern CLANG =
      Pattern.compile("([^\\s:]+):(\\d+):\\d+: (?:fatal )?error: (.*)");

  /** {@code "conv/x.cl", line 12: error: text}: compilers that stem from EDG. */
  private static final Pattern EDG =
      Pattern.compile("\"([^\"]+)\", line (\\d+): (?:catastrophic )?error: (.*)");

  private static final Pattern ANY = Pattern.compile("(?i).*\\berror\\b.*");

  private BuildLog() {}

  /** Such as {@code conv/x.cl:12: use of undeclared identifier 'y'}; empty for an empty log. */
  static Optional<String> firstError(String log, KernelSource source) {
    return placed(CLANG, log, source)
        .or(() -> placed(EDG, log, source))
        .or(() -> log.lines().filter(line -> ANY.matcher(line).matches()).findFirst())
        .or(() -> log.lines().filter(line -> !line.isBlank()).findFirst())
        .map(String::strip);
  }

  private static Optional<String> placed(Pattern form, String log, KernelSource source) {
    Matcher error = form.matcher(log);
    if (!error.find()) {
      return Optional.empty();
    }
    String file = error.group(1);
    int line = Integer.parseInt(error.group(2));
    String place = source.contains(file) ? file + ":" + line : source.place(line);
    return Optional.of(place + ": " + error.group(3));
  }
}
