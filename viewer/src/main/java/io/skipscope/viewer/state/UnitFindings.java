package io.skipscope.viewer.state;

import io.skipscope.lab.units.ChannelUnit;
import io.skipscope.lab.units.UnitReport.Skipped;
import io.skipscope.lab.units.ValueUnits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the channels of one value did over many pictures.
 *
 * @param changes in what the network that ran them differed from the opened one
 * @param tap the value's name
 * @param set the name of the folder or file that the pictures come from
 * @param ran how many were run, of the {@code available} ones
 * @param skipped those that were to be run but cannot be read
 */
public record UnitFindings(
    OpenModel model,
    Changes changes,
    String tap,
    String set,
    int ran,
    int available,
    List<Skipped> skipped,
    ValueUnits units) {
  /** Whether a value of a run, possibly null, is the one that was watched. */
  public boolean isOf(BlockRun run, String shownTap) {
    return run != null
        && run.model() == model
        && run.changes().equals(changes)
        && shownTap.equals(tap);
  }

  /** The channels that say nothing about any of the pictures. */
  public Set<Integer> dead() {
    return units.channels().stream()
        .filter(unit -> unit.state().isDead())
        .map(ChannelUnit::channel)
        .collect(Collectors.toUnmodifiableSet());
  }
}
