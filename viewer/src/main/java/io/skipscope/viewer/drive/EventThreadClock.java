package io.skipscope.viewer.drive;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;

/**
 * Times everything that the event thread does: while it does one thing, the window does not answer.
 */
public final class EventThreadClock extends EventQueue {
  /**
   * One thing that the event thread did.
   *
   * @param event what asked for it, in AWT's words
   */
  public record Pause(long nanos, String event) {}

  private Pause longest = new Pause(0, "");

  private EventThreadClock() {}

  /** Takes the place of the event queue for the rest of the program. */
  public static EventThreadClock install() {
    EventThreadClock clock = new EventThreadClock();
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(clock);
    return clock;
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    long start = System.nanoTime();
    super.dispatchEvent(event);
    note(System.nanoTime() - start, event);
  }

  private synchronized void note(long nanos, AWTEvent event) {
    if (nanos > longest.nanos()) {
      longest = new Pause(nanos, event.toString());
    }
  }

  /** The longest pause since this was asked last. */
  public synchronized Pause takeLongest() {
    Pause taken = longest;
    longest = new Pause(0, "");
    return taken;
  }
}
