package io.skipscope.kernels;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds kernel functions in OpenCL C without comments. */
final class KernelFunctions {
  private static final Pattern KERNEL =
      Pattern.compile(
          "(?:__)?kernel\\s+(?:__attribute__\\s*\\(\\(.*?\\)\\)\\s*)?void\\s+(\\w+)\\s*\\(");

  private KernelFunctions() {}

  static List<String> names(String code) {
    return KERNEL.matcher(code).results().map(match -> match.group(1)).toList();
  }

  static String parameters(String code, String name) {
    Matcher kernel = KERNEL.matcher(code);
    while (kernel.find()) {
      if (kernel.group(1).equals(name)) {
        return code.substring(kernel.end(), closingParenthesis(code, kernel.end()));
      }
    }
    throw new IllegalArgumentException("no kernel " + name);
  }

  private static int closingParenthesis(String code, int from) {
    int depth = 1;
    for (int index = from; index < code.length(); index++) {
      depth += code.charAt(index) == '(' ? 1 : code.charAt(index) == ')' ? -1 : 0;
      if (depth == 0) {
        return index;
      }
    }
    throw new IllegalArgumentException("an unclosed parenthesis");
  }
}
