package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.CopyCost;
import io.skipscope.schedule.DeviceCost;
import io.skipscope.schedule.FrameCost;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures what a network costs on each of several devices, alone and all at once. */
final class CostProbe {
  private final Chain chain;
  private final FrameProbe frames;
  private final Optional<RangeProbe> ranges;
  private final Job job;

  /**
   * @param input of the graph's first input; others are fed with zeros
   */
  CostProbe(Chain chain, Tensor input, Job job) {
    this.chain = chain;
    this.job = job;
    frames = new FrameProbe(chain, FrameInputs.of(chain.graph(), input), job);
    ranges = RangeProbe.of(chain, job);
  }

  /** What a device takes for anything but whole frames. */
  private record Pieces(CopyCost upload, CopyCost download, CopyCost gather, double fixedShare) {}

  /**
   * One entry a device, in their order; afterwards each has the whole network loaded first.
   *
   * @throws DeviceLost if one refuses
   */
  List<DeviceCost> measure(Collection<DeviceWorker> workers) {
    return workers.size() == 1
        ? List.of(only(workers.iterator().next()))
        : sideBySide(List.copyOf(workers));
  }

  /** Nobody disturbs the device, or takes over what it has begun. */
  private DeviceCost only(DeviceWorker worker) {
    worker.loadToo(List.of(frames.workload()), job);
    FrameCost frame = worker.call(() -> alone(worker));
    StreamTimes stream = StreamTimes.measure(worker, frames);
    Pieces pieces = worker.call(() -> plainCopies(worker));
    return cost(worker, frame, frame, stream.startMillis(), stream.frameMillis(), pieces);
  }

  private List<DeviceCost> sideBySide(List<DeviceWorker> workers) {
    Map<DeviceWorker, FrameCost> alone = new LinkedHashMap<>();
    Map<DeviceWorker, StreamTimes> aloneStreams = new LinkedHashMap<>();
    List<Workload> workloads = new ArrayList<>(List.of(frames.workload()));
    ranges.ifPresent(probe -> workloads.addAll(probe.workloads()));
    for (DeviceWorker worker : workers) {
      job.progress("Measuring devices", alone.size(), workers.size());
      worker.loadToo(workloads, job);
      alone.put(worker, worker.call(() -> alone(worker)));
      aloneStreams.put(worker, StreamTimes.measure(worker, frames));
    }
    SideBySide all = new SideBySide(workers, frames::run);
    Map<DeviceWorker, StreamTimes> streams = StreamTimes.measure(all, frames);
    Map<DeviceWorker, FrameCost> together =
        all.measure(
            worker -> new FrameCost(streams.get(worker).frameMillis(), frames.shares(worker)));
    Map<DeviceWorker, Pieces> pieces = all.measure(worker -> pieces(worker, together.get(worker)));
    Map<String, Map<String, Double>> handOvers = HandOverProbe.millis(workers, job);
    return workers.stream()
        .map(
            worker ->
                cost(
                    worker,
                    alone.get(worker),
                    together.get(worker),
                    streams.get(worker).startMillis(),
                    aloneStreams.get(worker).frameMillis(),
                    pieces.get(worker)))
        .map(cost -> cost.withHandOvers(handOvers.get(cost.device())))
        .toList();
  }

  private FrameCost alone(DeviceWorker worker) {
    frames.warmUp(worker);
    return new FrameCost(frames.millis(worker), frames.shares(worker));
  }

  /**
   * Likewise, from few frames: what was measured before, at the speed that the devices have now.
   *
   * @param before one a device, in their order
   */
  List<DeviceCost> measureAgain(Collection<DeviceWorker> workers, List<DeviceCost> before) {
    List<Double> alone = new ArrayList<>();
    List<StreamTimes> aloneStreams = new ArrayList<>();
    for (DeviceWorker worker : workers) {
      worker.loadToo(List.of(frames.workload()), job);
      alone.add(worker.call(() -> frames.quickMillis(worker)));
      aloneStreams.add(StreamTimes.now(worker, frames));
    }
    List<StreamTimes> streams =
        workers.size() == 1
            ? aloneStreams
            : StreamTimes.now(new SideBySide(workers, frames::run), frames);
    return IntStream.range(0, workers.size())
        .mapToObj(
            device ->
                before
                    .get(device)
                    .atSpeed(
                        alone.get(device),
                        streams.get(device).startMillis(),
                        aloneStreams.get(device).frameMillis(),
                        streams.get(device).frameMillis()))
        .toList();
  }

  private Pieces pieces(DeviceWorker worker, FrameCost together) {
    Pieces plain = plainCopies(worker);
    return ranges.map(probe -> withRanges(worker, probe, together, plain)).orElse(plain);
  }

  private static Pieces withRanges(
      DeviceWorker worker, RangeProbe ranges, FrameCost together, Pieces plain) {
    CopyCost upload = ranges.upload(worker, together, plain.upload, plain.download);
    double fixedShare = ranges.fixedShare(worker, together, upload, plain.download);
    return new Pieces(upload, plain.download, plain.gather, fixedShare);
  }

  private static Pieces plainCopies(DeviceWorker worker) {
    return new Pieces(
        CopyProbe.upload(worker.device()),
        CopyProbe.download(worker.device()),
        CopyProbe.gather(),
        0);
  }

  private static DeviceCost cost(
      DeviceWorker worker,
      FrameCost alone,
      FrameCost together,
      double startMillis,
      double inStreamMillis,
      Pieces pieces) {
    return new DeviceCost(
        worker.id(),
        alone,
        together,
        startMillis,
        inStreamMillis,
        pieces.fixedShare,
        pieces.upload,
        pieces.download,
        pieces.gather,
        Map.of());
  }
}
