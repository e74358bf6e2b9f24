package io.skipscope.viewer.state;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Holds the current {@link ViewerState} and tells listeners what has changed.
 *
 * <p>Only the event thread calls {@link #update}; listeners are told on it. Any thread may read.
 */
public final class StateStore {
  /** Told after every change, on the event thread. */
  @FunctionalInterface
  public interface Listener {
    void changed(Set<ViewerChange> changes, ViewerState state);
  }

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile ViewerState state;

  public StateStore(ViewerState initial) {
    state = initial;
  }

  public ViewerState state() {
    return state;
  }

  /** Adds a listener and tells it of the current state, in which everything counts as changed. */
  public void addListener(Listener listener) {
    listeners.add(listener);
    listener.changed(Set.of(ViewerChange.values()), state);
  }

  /** Replaces the state; an edit that changes nothing tells nobody. */
  public void update(UnaryOperator<ViewerState> edit) {
    ViewerState before = state;
    ViewerState after = edit.apply(before);
    Set<ViewerChange> changes = ViewerChange.between(before, after);
    state = after;
    if (!changes.isEmpty()) {
      listeners.forEach(listener -> listener.changed(changes, after));
    }
  }
}
