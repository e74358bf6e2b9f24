package io.skipscope.kernels;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the text of included files in place of {@code #include "path"}, each file once.
 *
 * <p>The driver's own include path is not used: it fails on remote and on some vendors' devices.
 * {@code #line} directives keep the compiler's messages naming the true file and line.
 */
final class IncludeResolver {
  private static final Pattern INCLUDE = Pattern.compile("\\s*#\\s*include\\s+\"([^\"]+)\".*");

  private final Function<String, String> reader;
  private final Set<String> included = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * @param reader gives the text of a path; throws IllegalArgumentException where there is none
   */
  IncludeResolver(Function<String, String> reader) {
    this.reader = reader;
  }

  String resolve(String path) {
    append(path, reader.apply(path));
    return text.toString();
  }

  private void append(String path, String source) {
    included.add(path);
    markLine(1, path);
    List<String> lines = source.lines().toList();
    for (int index = 0; index < lines.size(); index++) {
      Matcher include = INCLUDE.matcher(lines.get(index));
      if (include.matches()) {
        include(include.group(1), path, index + 1);
      } else {
        text.append(lines.get(index)).append('\n');
      }
    }
  }

  private void include(String wanted, String from, int line) {
    if (!included.contains(wanted)) {
      append(wanted, readFor(wanted, from, line));
    }
    markLine(line + 1, from);
  }

  private String readFor(String wanted, String from, int line) {
    try {
      return reader.apply(wanted);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(from + ":" + line + ": cannot include " + wanted, e);
    }
  }

  private void markLine(int line, String path) {
    text.append("#line ").append(line).append(" \"").append(path).append("\"\n");
  }
}
