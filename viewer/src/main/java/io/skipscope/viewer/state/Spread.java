package io.skipscope.viewer.state;

import io.skipscope.run.multi.Span;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a stream of one picture went through a network that was spread over several devices. Times
 * are in milliseconds.
 *
 * @param model whose blocks these are
 * @param choice what the user asked for
 * @param plan what was followed
 * @param predictedMillis of one frame, as the goal counts it; {@code measuredMillis} likewise
 * @param bytesMoved from device to device, all frames together
 * @param devices those that worked; their order gives each its row and its colour
 * @param shares which devices do a block, by its name
 * @param bars of work, in the order in which they began
 * @param handovers of frames from device to device
 * @param spans the same work as the engine measured it
 * @param setAside one line for each device that failed
 */
public record Spread(
    OpenModel model,
    SpreadChoice choice,
    PlanKind plan,
    double predictedMillis,
    double measuredMillis,
    int frames,
    long bytesMoved,
    List<String> devices,
    Map<String, List<Share>> shares,
    List<Bar> bars,
    List<Handover> handovers,
    List<Span> spans,
    List<String> setAside) {

  /**
   * What a device does of a block.
   *
   * @param row of the device
   * @param part of the block's frames or rows, above 0; 1 for all of them
   */
  public record Share(int row, double part) {}

  /**
   * A device at work on a frame.
   *
   * @param row of the device
   * @param what the range of blocks
   * @param block index of the range's first block, -1 if it has none
   */
  public record Bar(
      int row, int frame, String what, int block, double startMillis, double endMillis) {}

  /**
   * A frame on its way from one device to the next: copied, then waiting for its turn.
   *
   * @param sizeBytes of the value that is handed over
   */
  public record Handover(
      int frame, int fromRow, int toRow, double startMillis, double endMillis, long sizeBytes) {}

  public Spread {
    devices = List.copyOf(devices);
    shares = Map.copyOf(shares);
    bars = List.copyOf(bars);
    handovers = List.copyOf(handovers);
    spans = List.copyOf(spans);
    setAside = List.copyOf(setAside);
  }

  public Goal goal() {
    return choice.goal();
  }

  /** Which devices do a block; none for a name that is no block's. */
  public List<Share> sharesOf(String block) {
    return shares.getOrDefault(block, List.of());
  }

  /** Which devices do some blocks together, each block counting the same. */
  public List<Share> sharesOf(List<String> blocks) {
    Map<Integer, Double> parts = new TreeMap<>();
    for (String block : blocks) {
      sharesOf(block).forEach(s -> parts.merge(s.row(), s.part() / blocks.size(), Double::sum));
    }
    return parts.size() == 1
        ? List.of(new Share(parts.keySet().iterator().next(), 1))
        : parts.entrySet().stream().map(e -> new Share(e.getKey(), e.getValue())).toList();
  }

  /** When the last device was done, after the first began. */
  public double endMillis() {
    return bars.stream().mapToDouble(Bar::endMillis).max().orElse(0);
  }
}
