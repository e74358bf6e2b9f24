package io.skipscope.schedule;

import java.util.List;

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

  /** Whether others work at the same time. */
  static boolean isBesideOthers(List<Part> parts, Part part) {
    return parts.stream().filter(other -> other.stage() == part.stage()).count() > 1;
  }
}
