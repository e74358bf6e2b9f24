package io.skipscope.error;

/** One or several operators that Skipscope does not run; all of them are listed at once. */
public class UnsupportedOperatorException extends SkipscopeException {
  /**
   * @param where the file, or the node if only one is meant
   * @param found operator and node names, such as {@code "LSTM (node rnn1)"}
   */
  public UnsupportedOperatorException(String where, String found, String expected) {
    super(where, found, expected);
  }
}
