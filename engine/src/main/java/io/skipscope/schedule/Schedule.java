package io.skipscope.schedule;

import java.util.List;

/**
 * Who does what for a number of frames, and how long that should take.
 *
 * @param parts in the order in which a frame passes them; those of the same {@link Part#stage} work
 *     side by side
 * @param predictedMillis time a frame: from its input to its outputs for {@link Goal#LATENCY}, the
 *     time for all frames divided by their number for {@link Goal#THROUGHPUT}
 */
public record Schedule(PlanKind kind, Goal goal, List<Part> parts, double predictedMillis) {
  public Schedule {
    parts = List.copyOf(parts);
  }

  /** How many frames pass through. */
  public int frames() {
    return kind == PlanKind.BATCH
        ? parts.stream().mapToInt(Part::frames).sum()
        : parts.get(0).frames();
  }

  /** Whether several devices work on the same frame at a time, stage by stage. */
  public boolean isStaged() {
    return parts.size() > 1 && (kind == PlanKind.SPLIT || kind == PlanKind.BRANCH);
  }

  /** Whether the part takes its frames from outside, not from another part. */
  public boolean isEntry(int part) {
    return kind != PlanKind.PIPELINE || part == 0;
  }

  /** Whether the part's results are the network's. */
  public boolean isExit(int part) {
    return kind != PlanKind.PIPELINE || part == parts.size() - 1;
  }
}
