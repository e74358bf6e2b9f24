package io.skipscope.kernels;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel file that is ready for a compiler.
 *
 * @param path below the OpenCL sources, such as {@code conv/conv2d.ref.cl}
 * @param text with every include in place, and {@code #line} directives that keep the compiler's
 *     messages true to the files
 * @param header what the file says of itself
 */
public record KernelSource(String path, String text, KernelHeader header) {
  private static final Pattern MARK = Pattern.compile("#line (\\d+) \"([^\"]+)\"");

  /** Whether a file, named as in {@link #path}, is this one or one of its includes. */
  public boolean contains(String file) {
    return text.contains("\"" + file + "\"\n");
  }

  /**
   * The file and line that a line of {@link #text} stems from, for compilers that do not heed
   * {@code #line}.
   *
   * @param textLine counted from 1
   * @return such as {@code conv/conv2d.ref.cl:12}
   */
  public String place(int textLine) {
    List<String> lines = text.lines().limit(textLine).toList();
    for (int index = lines.size() - 1; index >= 0; index--) {
      Matcher mark = MARK.matcher(lines.get(index));
      if (mark.matches()) {
        int behind = Math.max(0, textLine - index - 2);
        return mark.group(2) + ":" + (Integer.parseInt(mark.group(1)) + behind);
      }
    }
    return path + ":" + textLine;
  }
}
