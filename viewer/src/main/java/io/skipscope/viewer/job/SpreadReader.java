package io.skipscope.viewer.job;

import io.skipscope.graph.ResidualBlock;
import io.skipscope.run.multi.Span;
import io.skipscope.run.multi.StreamResult;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.Part;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.SpreadChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads from a stream's schedule and spans which device does which block, and when. */
final class SpreadReader {
  private final OpenModel model;
  private final Chain chain;
  private final StreamResult result;
  private final Schedule schedule;
  private final List<String> devices;

  private SpreadReader(OpenModel model, Chain chain, StreamResult result) {
    this.model = model;
    this.chain = chain;
    this.result = result;
    schedule = result.schedule();
    devices =
        Stream.concat(
                schedule.parts().stream().map(Part::device),
                result.spans().stream().map(Span::device))
            .distinct()
            .toList();
  }

  /**
   * @param chain of the network that ran
   * @param setAside one line for each device that failed
   */
  static Spread read(
      OpenModel model,
      SpreadChoice choice,
      Chain chain,
      StreamResult result,
      List<String> setAside) {
    SpreadReader reader = new SpreadReader(model, chain, result);
    List<Spread.Bar> bars = reader.bars();
    return new Spread(
        model,
        choice,
        reader.schedule.kind(),
        reader.schedule.predictedMillis(),
        result.measuredMillis(),
        result.outputs().size(),
        result.bytesMoved(),
        reader.devices,
        reader.shares(),
        bars,
        reader.handovers(bars),
        result.spans(),
        setAside);
  }

  private List<Spread.Bar> bars() {
    long first = result.spans().stream().mapToLong(Span::startNanos).min().orElse(0);
    return result.spans().stream()
        .sorted(Comparator.comparingLong(Span::startNanos))
        .map(span -> bar(span, first))
        .toList();
  }

  private Spread.Bar bar(Span span, long first) {
    double start = (span.startNanos() - first) / 1e6;
    return new Spread.Bar(
        devices.indexOf(span.device()),
        span.frame(),
        span.what(),
        firstBlock(span.what()),
        start,
        start + span.elapsedNanos() / 1e6);
  }

  /** The first block of a range as {@link Part#describe} writes it; -1 if it has none. */
  private int firstBlock(String what) {
    for (int segment = 0; segment < chain.size(); segment++) {
      String name = chain.segments().get(segment).name();
      if (what.equals(name) || what.startsWith(name + " - ") || what.startsWith(name + ", ")) {
        boolean range = what.startsWith(name + " - ");
        return firstBlock(segment, range ? chain.size() : segment + 1);
      }
    }
    return -1;
  }

  private int firstBlock(int from, int to) {
    for (int segment = from; segment < to; segment++) {
      List<String> blocks = blocksOf(segment);
      if (!blocks.isEmpty()) {
        return model.blocks().stream().map(b -> b.block().name()).toList().indexOf(blocks.get(0));
      }
    }
    return -1;
  }

  /** Names of the blocks that end in a segment. */
  private List<String> blocksOf(int segment) {
    List<String> nodes = chain.segments().get(segment).nodes();
    return chain.graph().blocks().stream()
        .filter(block -> nodes.contains(chain.graph().producer(block.output()).name()))
        .map(ResidualBlock::name)
        .toList();
  }

  private Map<String, List<Spread.Share>> shares() {
    Map<String, List<Spread.Share>> shares = new HashMap<>();
    for (int segment = 0; segment < chain.size(); segment++) {
      List<Spread.Share> ofSegment = shares(segment);
      blocksOf(segment).forEach(block -> shares.put(block, ofSegment));
    }
    return shares;
  }

  /** Of the frames where each device does some of them, else of the nodes or the rows. */
  private List<Spread.Share> shares(int segment) {
    double[] amounts = new double[devices.size()];
    for (Part part : schedule.parts()) {
      if (part.from() <= segment && segment < part.to()) {
        amounts[devices.indexOf(part.device())] += amount(part, segment);
      }
    }
    double all = Arrays.stream(amounts).sum();
    List<Spread.Share> shares = new ArrayList<>();
    for (int row = 0; row < amounts.length; row++) {
      if (amounts[row] > 0) {
        shares.add(new Spread.Share(row, amounts[row] / all));
      }
    }
    return shares;
  }

  private double amount(Part part, int segment) {
    if (schedule.kind() == PlanKind.BATCH) {
      return part.frames();
    }
    if (part.group() != null) {
      List<String> nodes = chain.segments().get(segment).nodes();
      return part.group().nodes().stream().filter(nodes::contains).count();
    }
    return part.slab() == null ? 1 : part.slab().output().count();
  }

  /** Only in a pipeline does a frame go from device to device as a whole. */
  private List<Spread.Handover> handovers(List<Spread.Bar> bars) {
    List<Spread.Handover> handovers = new ArrayList<>();
    if (schedule.kind() != PlanKind.PIPELINE) {
      return handovers;
    }
    Map<Integer, Spread.Bar> latest = new HashMap<>();
    for (Spread.Bar bar : bars) {
      Spread.Bar before = latest.put(bar.frame(), bar);
      if (before != null && before.row() != bar.row()) {
        handovers.add(handover(before, bar));
      }
    }
    return handovers;
  }

  private Spread.Handover handover(Spread.Bar before, Spread.Bar after) {
    String device = devices.get(after.row());
    long sizeBytes =
        schedule.parts().stream()
            .filter(part -> part.device().equals(device))
            .mapToLong(part -> chain.bytesBefore(part.from()))
            .findFirst()
            .orElse(0);
    return new Spread.Handover(
        after.frame(),
        before.row(),
        after.row(),
        before.endMillis(),
        after.startMillis(),
        sizeBytes);
  }
}
