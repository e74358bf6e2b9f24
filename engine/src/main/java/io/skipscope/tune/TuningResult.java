package io.skipscope.tune;

import java.util.List;
import java.util.Set;

/**
 * What a search found.
 *
 * @param picks the fastest kernels, for plans of the same device
 * @param sources paths of the kernel sources that were tried
 * @param classes one entry for each shape class, those with the most work first
 * @param unsearched shape classes that the time did not suffice for
 */
public record TuningResult(
    Picks picks, Set<String> sources, List<ShapeResult> classes, int unsearched) {
  /**
   * One shape class.
   *
   * @param shape such as {@code Conv 1x64x56x56, 64x64x3x3}
   * @param nodes of the network that are of this class
   * @param untuned the variant and settings that rules choose
   * @param untunedMillis median time of one node; NaN if the untuned kernels do not work here
   * @param tuned what was picked instead, or the same
   * @param tunedMillis median time of one node; NaN if nothing works here
   * @param tried candidates, those that failed included
   * @param failures one line for each candidate that failed
   */
  public record ShapeResult(
      String shape,
      int nodes,
      String untuned,
      double untunedMillis,
      String tuned,
      double tunedMillis,
      int tried,
      List<String> failures) {}

  public TuningResult {
    sources = Set.copyOf(sources);
    classes = List.copyOf(classes);
  }
}
