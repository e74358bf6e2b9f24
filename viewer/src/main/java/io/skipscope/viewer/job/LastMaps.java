package io.skipscope.viewer.job;

import io.skipscope.tap.TapFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The maps of a session's last run. A later one that has not computed a value again gives the very
 * same map, so that what was made of it, its colours among that, need not be made again.
 *
 * @param frames by tap name
 * @param deviceId where they were computed: frames are counted anew on another device
 */
record LastMaps(Map<String, TapFrame> frames, String deviceId) {
  static final LastMaps NONE = new LastMaps(Map.of(), "");

  LastMaps {
    frames = Map.copyOf(frames);
  }

  /** The frames of a later run by name; in their place those of the same number that are known. */
  Map<String, TapFrame> among(List<TapFrame> later, String where) {
    Map<String, TapFrame> byName = new LinkedHashMap<>();
    for (TapFrame frame : later) {
      TapFrame known = deviceId.equals(where) ? frames.get(frame.name()) : null;
      boolean same = known != null && known.frame() == frame.frame();
      byName.put(frame.name(), same ? known : frame);
    }
    return byName;
  }

  LastMaps then(List<TapFrame> later, String where) {
    return new LastMaps(among(later, where), where);
  }
}
