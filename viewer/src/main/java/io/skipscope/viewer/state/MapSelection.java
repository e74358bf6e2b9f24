package io.skipscope.viewer.state;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which maps of a value are shown, and in which order. Immutable.
 *
 * @param filter as the user typed it; empty for all
 * @param pinned channels that stand before all others, whatever the filter says
 */
public record MapSelection(MapOrder order, String filter, Set<Integer> pinned) {
  public static final MapSelection ALL = new MapSelection(MapOrder.INDEX, "", Set.of());

  public MapSelection {
    pinned = Set.copyOf(pinned);
  }

  public MapSelection withOrder(MapOrder other) {
    return new MapSelection(other, filter, pinned);
  }

  public MapSelection withFilter(String other) {
    return new MapSelection(order, other, pinned);
  }

  /** Pins a channel, or takes that back. */
  public MapSelection togglePin(int channel) {
    Set<Integer> changed = new TreeSet<>(pinned);
    if (!changed.remove(channel)) {
      changed.add(channel);
    }
    return new MapSelection(order, filter, changed);
  }
}
