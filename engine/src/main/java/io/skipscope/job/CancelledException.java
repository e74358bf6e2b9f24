package io.skipscope.job;

import io.skipscope.error.SkipscopeException;

/** Thrown by {@link Job#progress} once the user has asked for the work to stop. */
public final class CancelledException extends SkipscopeException {
  public CancelledException(String what) {
    super(what, "a request to stop", "nothing more: the work was cancelled");
  }
}
