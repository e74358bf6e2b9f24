package io.skipscope.op;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a kernel variant's tunables, by the names that the kernel's header gives them. What
 * is not set is as the variant itself chooses.
 */
public record Tuning(Map<String, Integer> settings) {
  /** The variant chooses everything. */
  public static final Tuning DEFAULT = new Tuning(Map.of());

  public Tuning {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  public Tuning with(String tunable, int setting) {
    Map<String, Integer> more = new TreeMap<>(settings);
    more.put(tunable, setting);
    return new Tuning(more);
  }

  public int get(String tunable, int otherwise) {
    return settings.getOrDefault(tunable, otherwise);
  }

  /** Such as {@code OUT_BLOCKS=2 TILE_COLUMNS=7}, each setting behind a blank. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    settings.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }
}
