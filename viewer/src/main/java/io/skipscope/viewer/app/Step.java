package io.skipscope.viewer.app;

/**
 * A part of the window's making, for an event of its own.
 *
 * @param part what it makes: the event is called by it in measurements
 */
record Step(String part, Runnable work) implements Runnable {
  @Override
  public void run() {
    work.run();
  }
}
