package io.skipscope.viewer.state;

import io.skipscope.tap.HostStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run beside a kept one, and their difference. Immutable.
 *
 * @param aligned the kept run's values under the names of their counterparts in {@code now}; only
 *     those of the same shape
 * @param difference likewise, {@code now}'s numbers minus the kept run's
 * @param mismatches the values of {@code now} that cannot be compared
 */
public record RunPair(
    BlockRun now, BlockRun kept, BlockRun aligned, BlockRun difference, List<Mismatch> mismatches) {
  /**
   * A value without a counterpart of its shape.
   *
   * @param kept the counterpart's shape; null where there is none at all
   */
  public record Mismatch(String tap, Shape now, Shape kept) {}

  public RunPair {
    mismatches = List.copyOf(mismatches);
  }

  /** Subtracts every number; off the event thread. */
  public static RunPair of(BlockRun now, BlockRun kept) {
    ValueMatch match = new ValueMatch(now, kept);
    Map<String, TapFrame> aligned = new LinkedHashMap<>();
    Map<String, TapFrame> differences = new LinkedHashMap<>();
    List<Mismatch> mismatches = new ArrayList<>();
    now.frames().values().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(
            frame -> {
              TapFrame other = match.counterpart(frame.name()).orElse(null);
              if (other != null && other.shape().equals(frame.shape())) {
                aligned.put(frame.name(), renamed(other, frame.name()));
                differences.put(frame.name(), difference(frame, other));
              } else {
                Shape shape = other == null ? null : other.shape();
                mismatches.add(new Mismatch(frame.name(), frame.shape(), shape));
              }
            });
    return new RunPair(
        now, kept, keptWith(now, kept, aligned), now.withFrames(differences), mismatches);
  }

  private static TapFrame renamed(TapFrame frame, String name) {
    return new TapFrame(name, frame.frame(), frame.shape(), frame.tensor(), frame.stats());
  }

  private static TapFrame difference(TapFrame now, TapFrame kept) {
    float[] minuend = now.tensor().data();
    float[] subtrahend = kept.tensor().data();
    float[] numbers = new float[minuend.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = minuend[i] - subtrahend[i];
    }
    Tensor tensor = new Tensor(now.shape(), numbers);
    return new TapFrame(now.name(), now.frame(), now.shape(), tensor, HostStats.of(tensor));
  }

  /** The kept run as if its values had the names and places of the other's. */
  private static BlockRun keptWith(BlockRun now, BlockRun kept, Map<String, TapFrame> frames) {
    return new BlockRun(
        now.model(),
        now.block(),
        now.plan(),
        frames,
        kept.input(),
        kept.seen(),
        kept.predictions(),
        kept.changes(),
        kept.unchanged(),
        kept.device(),
        kept.recoveries(),
        kept.elapsedNanos());
  }

  /** Why a value cannot be compared; empty if it can. */
  public Optional<Mismatch> mismatch(String tap) {
    return mismatches.stream().filter(mismatch -> mismatch.tap().equals(tap)).findFirst();
  }
}
