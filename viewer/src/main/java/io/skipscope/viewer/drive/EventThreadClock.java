package io.skipscope.viewer.drive;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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

  private static final int KEPT = 10;

  private final PriorityQueue<Pause> longestOfAll =
      new PriorityQueue<>(Comparator.comparingLong(Pause::nanos));
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
    boolean longer = nanos > longest.nanos();
    boolean amongAll = longestOfAll.size() < KEPT || nanos > longestOfAll.element().nanos();
    if (!longer && !amongAll) {
      return;
    }
    Pause pause = new Pause(nanos, event.toString());
    longest = longer ? pause : longest;
    if (amongAll) {
      longestOfAll.add(pause);
    }
    if (longestOfAll.size() > KEPT) {
      longestOfAll.remove();
    }
  }

  /** The ten longest pauses since the installation, the longest first. */
  public synchronized List<Pause> longestOfAll() {
    return longestOfAll.stream().sorted(Comparator.comparingLong(Pause::nanos).reversed()).toList();
  }

  /** The longest pause since this was asked last. */
  public synchronized Pause takeLongest() {
    Pause taken = longest;
    longest = new Pause(0, "");
    return taken;
  }
}
