package io.skipscope.viewer.app;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Hands work over to the event thread, from the time on at which the window has the panes that it
 * is for; what comes before waits, and keeps its order. Any thread.
 */
final class HeldEvents implements Executor {
  private final List<Runnable> held = new ArrayList<>();
  private boolean released;

  @Override
  public synchronized void execute(Runnable work) {
    if (released) {
      EventQueue.invokeLater(work);
    } else {
      held.add(work);
    }
  }

  /** Holds nothing any more. */
  synchronized void release() {
    released = true;
    held.forEach(EventQueue::invokeLater);
    held.clear();
  }
}
