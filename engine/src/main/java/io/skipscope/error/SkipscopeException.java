package io.skipscope.error;

/**
 * The root of everything that Skipscope throws on purpose.
 *
 * <p>A message is one line: where, what was found, what was expected, and what to do next. The
 * parts are kept apart so that {@code --json} and the window can show them separately.
 */
public class SkipscopeException extends RuntimeException {
  private final String where;
  private final String found;
  private final String expected;

  /**
   * @param where the file, node, device or option at fault
   * @param found what was met there
   * @param expected what would have been right, and what to do about it
   */
  public SkipscopeException(String where, String found, String expected) {
    this(where, found, expected, null);
  }

  public SkipscopeException(String where, String found, String expected, Throwable cause) {
    super(oneLine(where + ": found " + found + ", expected " + expected), cause);
    this.where = oneLine(where);
    this.found = oneLine(found);
    this.expected = oneLine(expected);
  }

  public String where() {
    return where;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
