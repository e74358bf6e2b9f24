package io.skipscope.device.opencl;

import java.util.EnumMap;
import java.util.Map;

/** Counts created and not yet released objects by kind. Safe on any thread. */
final class LiveObjects {
  private final Map<ClObject.Kind, Integer> counts = new EnumMap<>(ClObject.Kind.class);

  synchronized ClObject created(ClObject.Kind kind, Object raw) {
    counts.merge(kind, 1, Integer::sum);
    return new ClObject(kind, raw);
  }

  synchronized void released(ClObject object) {
    counts.merge(object.kind(), -1, Integer::sum);
  }

  /** Kinds with a count of zero are left out. */
  synchronized Map<ClObject.Kind, Integer> counts() {
    Map<ClObject.Kind, Integer> copy = new EnumMap<>(ClObject.Kind.class);
    counts.forEach((kind, count) -> copy.put(kind, count));
    copy.values().removeIf(count -> count == 0);
    return copy;
  }
}
