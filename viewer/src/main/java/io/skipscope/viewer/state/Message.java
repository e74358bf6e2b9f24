package io.skipscope.viewer.state;

/** One line for the user, shown until dismissed or replaced. */
public record Message(Kind kind, String text) {
  /** How it is coloured. */
  public enum Kind {
    ERROR,
    HINT
  }

  public static Message error(String text) {
    return new Message(Kind.ERROR, text);
  }

  public static Message hint(String text) {
    return new Message(Kind.HINT, text);
  }
}
