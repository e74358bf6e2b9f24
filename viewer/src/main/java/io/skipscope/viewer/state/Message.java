package io.skipscope.viewer.state;

import java.util.List;

/** One line for the user, shown until dismissed or replaced. */
public record Message(Kind kind, String text) {
  /** What it is about, which decides its colour and how long it stays. */
  public enum Kind {
    /** Something failed; gone with the next success. */
    ERROR,
    /** Something worth knowing; gone with the next success. */
    HINT,
    /** A lasting circumstance; stays until dismissed. */
    NOTICE
  }

  public static Message error(String text) {
    return new Message(Kind.ERROR, text);
  }

  public static Message hint(String text) {
    return new Message(Kind.HINT, text);
  }

  public static Message notice(String text) {
    return new Message(Kind.NOTICE, text);
  }

  /** What is left of a message, possibly null, after something has succeeded. */
  public static Message afterSuccess(Message message) {
    return message != null && message.kind() == Kind.NOTICE ? message : null;
  }

  /**
   * What to show with a run: a notice of what it did in another way because a device failed, where
   * the run before has not said so; else what is shown.
   *
   * @param before may be null, as may be {@code run} and {@code message}
   */
  public static Message withRun(Message message, BlockRun before, BlockRun run) {
    List<String> lines = run == null ? List.of() : run.recoveries();
    boolean news = !lines.isEmpty() && (before == null || !before.recoveries().equals(lines));
    return news ? notice(lines.get(lines.size() - 1)) : message;
  }
}
