package io.skipscope.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shares the rows of one frame's maps out to devices, for the latency of that frame. The network
 * becomes stages, one after the other; in a stage either one device does all, or each of several
 * does some rows and computes the halo around them itself. Between stages rows are exchanged.
 *
 * <p>Dynamic programming: best(to) is the least of best(from) plus the stage between, over from; a
 * second row of states has what contains a shared stage. Long stages exchange less often, and
 * compute more rows twice.
 */
final class SplitCuts {
  /** Longer ones would compute most rows twice. */
  private static final int MOST_SHARED_SEGMENTS = 6;

  private final Chain chain;
  private final List<DeviceCost> fastest;
  private final int frames;

  private SplitCuts(Chain chain, List<DeviceCost> costs, int frames) {
    this.chain = chain;
    this.frames = frames;
    fastest =
        costs.stream()
            .sorted(Comparator.comparingDouble(cost -> cost.together().millis()))
            .toList();
  }

  /** What runs at once; it ends with its slowest part. */
  private record Stage(List<Part> parts) {
    static final Comparator<Stage> FASTER = Comparator.comparingDouble(Stage::millis);

    double millis() {
      return parts.stream().mapToDouble(Part::millis).max().orElseThrow();
    }
  }

  private record State(double millis, List<Stage> stages) {
    static final Comparator<State> FASTER = Comparator.comparingDouble(State::millis);

    List<Part> parts() {
      return stages.stream().flatMap(stage -> stage.parts().stream()).toList();
    }

    State with(Stage stage) {
      List<Stage> all = new ArrayList<>(stages);
      all.add(stage);
      return new State(millis + stage.millis(), all);
    }
  }

  /** Parts of the stages in their order, of which one is shared at least; none if none can be. */
  static List<Part> find(Chain chain, List<DeviceCost> costs, int frames) {
    return new SplitCuts(chain, costs, frames).parts();
  }

  private List<Part> parts() {
    List<State> best = new ArrayList<>(List.of(new State(0, List.of())));
    List<Optional<State>> bestShared = new ArrayList<>(List.of(Optional.empty()));
    for (int to = 1; to <= chain.size(); to++) {
      List<State> ends = new ArrayList<>();
      List<State> sharedEnds = new ArrayList<>();
      for (int from = 0; from < to; from++) {
        Stage alone = alone(from, to);
        Optional<Stage> shared = shared(from, to);
        State before = best.get(from);
        ends.add(behind(before, alone));
        shared.map(stage -> behind(before, stage)).ifPresent(sharedEnds::add);
        for (Stage stage : shared.map(both -> List.of(alone, both)).orElse(List.of(alone))) {
          bestShared.get(from).map(state -> behind(state, stage)).ifPresent(sharedEnds::add);
        }
      }
      Optional<State> sharedEnd = sharedEnds.stream().min(State.FASTER);
      sharedEnd.ifPresent(ends::add);
      best.add(ends.stream().min(State.FASTER).orElseThrow());
      bestShared.add(sharedEnd);
    }
    return bestShared.get(chain.size()).map(State::parts).orElse(List.of());
  }

  /** The stages of a state and one more, whose devices the ones before hand over to. */
  private State behind(State before, Stage next) {
    return before.with(new Stage(StagedParts.withHandOvers(before.parts(), next.parts, fastest)));
  }

  private Stage alone(int from, int to) {
    return fastest.stream()
        .map(cost -> new Stage(List.of(whole(cost, from, to))))
        .min(Stage.FASTER)
        .orElseThrow();
  }

  /** By the fastest two devices, three, and so on; none if there are too few devices or rows. */
  private Optional<Stage> shared(int from, int to) {
    if (fastest.size() < 2 || to - from > MOST_SHARED_SEGMENTS) {
      return Optional.empty();
    }
    return RowMap.of(SubGraph.of(chain, from, to))
        .flatMap(
            rows ->
                IntStream.rangeClosed(2, Math.min(fastest.size(), rows.outputHeight()))
                    .mapToObj(count -> shared(rows, fastest.subList(0, count), from, to))
                    .min(Stage.FASTER));
  }

  /** What a part takes behind the stage before, by other costs than those it was found with. */
  static double millis(Chain chain, DeviceCost cost, Part part) {
    int from = part.from();
    int to = part.to();
    return part.slab() == null
        ? wholeMillis(chain, cost, from, to)
        : RowMap.of(SubGraph.of(chain, from, to))
            .map(rows -> rowsMillis(chain, cost, rows, from, to, part.slab()))
            .orElseThrow();
  }

  private static double wholeMillis(Chain chain, DeviceCost cost, int from, int to) {
    return cost.rangeMillis(chain, cost.alone(), from, to)
        + cost.gather().millis(chain.bytesBefore(from));
  }

  private static double rowsMillis(
      Chain chain, DeviceCost cost, RowMap map, int from, int to, Slab slab) {
    double read = (double) slab.input().count() / map.inputHeight();
    double written = (double) slab.output().count() / map.outputHeight();
    return cost.rowsMillis(chain, from, to, read, written);
  }

  private Part whole(DeviceCost cost, int from, int to) {
    return new Part(cost.device(), from, to, frames, wholeMillis(chain, cost, from, to));
  }

  /** Rows in proportion to the devices' speeds, at least one each. */
  private Stage shared(RowMap map, List<DeviceCost> devices, int from, int to) {
    double allSpeeds = devices.stream().mapToDouble(SplitCuts::speed).sum();
    int height = map.outputHeight();
    List<Part> parts = new ArrayList<>();
    double speeds = 0;
    int begin = 0;
    for (DeviceCost device : devices) {
      speeds += speed(device);
      int left = devices.size() - parts.size() - 1;
      int end = (int) Math.round(height * speeds / allSpeeds);
      end = Math.min(Math.max(end, begin + 1), height - left);
      parts.add(part(map, device, from, to, new Rows(begin, end)));
      begin = end;
    }
    return new Stage(parts);
  }

  private static double speed(DeviceCost device) {
    return 1 / device.together().millis();
  }

  private Part part(RowMap map, DeviceCost cost, int from, int to, Rows rows) {
    Slab slab = map.slab(rows);
    double millis = rowsMillis(chain, cost, map, from, to, slab);
    return new Part(cost.device(), from, to, frames, millis, slab, null);
  }
}
