package io.skipscope.plan;

import io.skipscope.device.DeviceMemoryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places values with disjoint lifetimes on top of each other, in as few arenas as the device's
 * largest allocation allows.
 *
 * <p>Largest first, each at the lowest free offset (Pisarchyk and Lee: Efficient Memory Management
 * for Deep Neural Net Inference, 2020, greedy by size).
 *
 * @param slots where each value lies, by name
 * @param arenaSizesBytes the size of each arena
 * @param largestLiveBytes the most bytes that are needed at one time; no arenas can be smaller
 */
public record MemoryPlan(
    Map<String, Slot> slots, List<Long> arenaSizesBytes, long largestLiveBytes) {
  public MemoryPlan {
    slots = Map.copyOf(slots);
    arenaSizesBytes = List.copyOf(arenaSizesBytes);
  }

  private record Placed(Lifetime lifetime, Slot slot) {}

  /**
   * @param alignBytes multiple for every offset
   * @param maxArenaBytes the largest allocation of the device
   * @throws DeviceMemoryException if one value alone is larger than that
   */
  public static MemoryPlan of(List<Lifetime> lifetimes, int alignBytes, long maxArenaBytes) {
    List<Lifetime> largestFirst = new ArrayList<>(lifetimes);
    largestFirst.sort(Comparator.comparingLong(Lifetime::sizeBytes).reversed());
    List<Placed> placed = new ArrayList<>();
    List<Long> arenas = new ArrayList<>();
    Map<String, Slot> slots = new HashMap<>();
    for (Lifetime lifetime : largestFirst) {
      if (lifetime.sizeBytes() > maxArenaBytes) {
        throw new DeviceMemoryException(
            "value " + lifetime.value(),
            lifetime.sizeBytes() + " bytes",
            "at most " + maxArenaBytes + ", the device's largest buffer; try a smaller --size");
      }
      Slot slot = place(lifetime, placed, alignBytes, maxArenaBytes);
      placed.add(new Placed(lifetime, slot));
      slots.put(lifetime.value(), slot);
      long end = slot.offsetBytes() + slot.sizeBytes();
      if (slot.arena() == arenas.size()) {
        arenas.add(end);
      } else {
        arenas.set(slot.arena(), Math.max(arenas.get(slot.arena()), end));
      }
    }
    return new MemoryPlan(slots, arenas, largestLiveBytes(lifetimes));
  }

  /** The sum of live values grows only where one begins. */
  private static long largestLiveBytes(List<Lifetime> lifetimes) {
    long largest = 0;
    for (Lifetime begun : lifetimes) {
      int step = begun.firstStep();
      long live =
          lifetimes.stream()
              .filter(other -> other.firstStep() <= step && step <= other.lastStep())
              .mapToLong(Lifetime::sizeBytes)
              .sum();
      largest = Math.max(largest, live);
    }
    return largest;
  }

  public long totalBytes() {
    return arenaSizesBytes.stream().mapToLong(Long::longValue).sum();
  }

  private static Slot place(
      Lifetime lifetime, List<Placed> placed, int alignBytes, long maxArenaBytes) {
    for (int arena = 0; ; arena++) {
      long offset = lowestGap(lifetime, placed, arena, alignBytes);
      if (offset + lifetime.sizeBytes() <= maxArenaBytes) {
        return new Slot(arena, offset, lifetime.sizeBytes());
      }
    }
  }

  private static long lowestGap(Lifetime lifetime, List<Placed> placed, int arena, int alignBytes) {
    List<Slot> inTheWay =
        placed.stream()
            .filter(p -> p.slot().arena() == arena && p.lifetime().overlaps(lifetime))
            .map(Placed::slot)
            .sorted(Comparator.comparingLong(Slot::offsetBytes))
            .toList();
    long offset = 0;
    for (Slot other : inTheWay) {
      if (offset + lifetime.sizeBytes() <= other.offsetBytes()) {
        return offset;
      }
      long end = other.offsetBytes() + other.sizeBytes();
      offset = Math.max(offset, (end + alignBytes - 1) / alignBytes * alignBytes);
    }
    return offset;
  }
}
