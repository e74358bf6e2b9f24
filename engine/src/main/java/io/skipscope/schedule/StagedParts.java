package io.skipscope.schedule;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Parts that a frame passes stage by stage; those of a stage work side by side. */
final class StagedParts {
  private StagedParts() {}

  /** What a frame takes: each stage ends with its slowest part. */
  static double millis(List<Part> parts) {
    return parts.stream()
        .mapToInt(Part::stage)
        .distinct()
        .mapToDouble(stage -> slowest(parts, stage))
        .sum();
  }

  private static double slowest(List<Part> parts, int stage) {
    return parts.stream()
        .filter(part -> part.stage() == stage)
        .mapToDouble(Part::millis)
        .max()
        .orElseThrow();
  }

  /**
   * The same parts, each with what it waits for another device to hand over to its own.
   *
   * @param before those of the stages before, which stay as they are
   */
  static List<Part> withHandOvers(
      List<Part> before, List<Part> parts, Collection<DeviceCost> costs) {
    List<Part> all = Stream.concat(before.stream(), parts.stream()).toList();
    return parts.stream()
        .map(part -> part.withMillis(part.millis() + handOverMillis(all, part, costs)))
        .toList();
  }

  private static double handOverMillis(List<Part> parts, Part part, Collection<DeviceCost> costs) {
    return costs.stream()
        .filter(cost -> cost.device().equals(part.device()))
        .mapToDouble(cost -> handOverMillis(parts, part, cost))
        .sum();
  }

  /**
   * What a part waits, apart from runs and copies, until its device's thread goes on behind the
   * other devices of the stage before. One of the first stage's devices begins the frame, for which
   * the others of that stage wait.
   *
   * @param parts of all stages up to the part's at least
   * @param cost of the part's device
   */
  static double handOverMillis(List<Part> parts, Part part, DeviceCost cost) {
    int before =
        parts.stream()
            .mapToInt(Part::stage)
            .filter(stage -> stage < part.stage())
            .max()
            .orElse(part.stage());
    return parts.stream()
        .filter(other -> other.stage() == before && !other.device().equals(part.device()))
        .mapToDouble(other -> cost.handOverMillis().getOrDefault(other.device(), 0.0))
        .max()
        .orElse(0);
  }

  /** Whether others work at the same time. */
  static boolean isBesideOthers(List<Part> parts, Part part) {
    return parts.stream().filter(other -> other.stage() == part.stage()).count() > 1;
  }
}
