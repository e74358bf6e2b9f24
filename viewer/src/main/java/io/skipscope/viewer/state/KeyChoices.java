package io.skipscope.viewer.state;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys that the user has given to commands. Immutable; any thread.
 *
 * @param changed from a command's name to its key, such as {@code ctrl pressed K}
 */
public record KeyChoices(SortedMap<String, String> changed) {
  public static final KeyChoices NONE = new KeyChoices(new TreeMap<>());

  public KeyChoices {
    changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
  }

  /** A command's key; empty where it has its usual one. */
  public Optional<String> of(String command) {
    return Optional.ofNullable(changed.get(command));
  }

  public KeyChoices with(String command, String key) {
    TreeMap<String, String> more = new TreeMap<>(changed);
    more.put(command, key);
    return new KeyChoices(more);
  }

  /** With the command's usual key. */
  public KeyChoices without(String command) {
    TreeMap<String, String> fewer = new TreeMap<>(changed);
    fewer.remove(command);
    return new KeyChoices(fewer);
  }
}
