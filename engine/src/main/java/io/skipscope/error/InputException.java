package io.skipscope.error;

/** A tensor, picture, option or data set that does not fit what the model or command takes. */
public class InputException extends SkipscopeException {
  public InputException(String where, String found, String expected) {
    super(where, found, expected);
  }

  public InputException(String where, String found, String expected, Throwable cause) {
    super(where, found, expected, cause);
  }
}
