package io.skipscope.kernels;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds kernel functions in OpenCL C without comments. */
final class KernelFunctions {
  private static final Pattern KERNEL =
      Pattern.compile(
          "(?:__)?kernel\\s+(?:__attribute__\\s*\\(\\(.*?\\)\\)\\s*)?void\\s+(\\w+)\\s*\\(");

  private static final Pattern COMMENTS = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  private KernelFunctions() {}

  static String withoutComments(String source) {
    return COMMENTS.matcher(source).replaceAll(" ");
  }

  static List<String> names(String code) {
    return KERNEL.matcher(code).results().map(match -> match.group(1)).toList();
  }

  static String parameters(String code, String name) {
    Matcher kernel = KERNEL.matcher(code);
    while (kernel.find()) {
      if (kernel.group(1).equals(name)) {
        return code.substring(kernel.end(), closing(code, kernel.end(), '(', ')'));
      }
    }
    throw new IllegalArgumentException("no kernel " + name);
  }

  /** What stands between the braces of a kernel. */
  static String body(String code, String name) {
    int parameters = code.indexOf(parameters(code, name));
    int begin = code.indexOf('{', parameters) + 1;
    return code.substring(begin, closing(code, begin, '{', '}'));
  }

  private static int closing(String code, int from, char open, char close) {
    int depth = 1;
    for (int index = from; index < code.length(); index++) {
      depth += code.charAt(index) == open ? 1 : code.charAt(index) == close ? -1 : 0;
      if (depth == 0) {
        return index;
      }
    }
    throw new IllegalArgumentException("an unclosed " + open);
  }
}
