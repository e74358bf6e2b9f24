package io.skipscope.viewer.app;

/**
 * A part of the window's making, for an event of its own.
 *
 * @param part what it makes, in lists of events that took long
 */
record Step(String part, Runnable work) implements Runnable {
  @Override
  public void run() {
    work.run();
  }

  @Override
  public String toString() {
    return "making the " + part;
  }
}
