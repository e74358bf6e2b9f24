package io.skipscope.run.multi;

import io.skipscope.job.Job;
import io.skipscope.run.Runner;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.CopyCost;
import io.skipscope.schedule.Entry;
import io.skipscope.schedule.FrameCost;
import io.skipscope.schedule.RowMap;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Measures what short pieces of a network take on a device beyond their nodes: how long it takes to
 * go on at a value from the host, and how much of the time stays when there are fewer rows. Plain
 * copies tell neither the start of a run nor the change of a value's layout.
 */
final class RangeProbe {
  /** Half as many rows are enough to tell what does not depend on them. */
  private static final int ROWS_DIVISOR = 2;

  private final Chain chain;
  private final Job job;
  private final Entry smallest;
  private final Entry largest;
  private final OptionalInt ofRows;

  private RangeProbe(Chain chain, List<Entry> entries, Job job) {
    this.chain = chain;
    this.job = job;
    Comparator<Entry> byBytes = Comparator.comparingLong(Entry::readBytes);
    smallest = entries.stream().min(byBytes).orElseThrow();
    largest = entries.stream().max(byBytes).orElseThrow();
    int middle = chain.size() / 2;
    ofRows =
        IntStream.range(1, chain.size())
            .boxed()
            .sorted(Comparator.comparingInt(segment -> Math.abs(segment - middle)))
            .filter(this::hasRows)
            .mapToInt(Integer::intValue)
            .findFirst();
  }

  /** None for a network inside which nothing can cross. */
  static Optional<RangeProbe> of(Chain chain, Job job) {
    List<Entry> entries = Entry.of(chain);
    return entries.isEmpty() ? Optional.empty() : Optional.of(new RangeProbe(chain, entries, job));
  }

  private boolean hasRows(int segment) {
    return RowMap.of(segment(segment).graph())
        .filter(map -> map.inputHeight() >= ROWS_DIVISOR)
        .isPresent();
  }

  private Workload piece(Entry entry) {
    return Workload.of(chain, entry.nodes());
  }

  private Workload segment(int segment) {
    return Workload.of(chain, segment, segment + 1);
  }

  private Workload someRows(int segment) {
    Workload all = segment(segment);
    return all.onRows(all.input().height() / ROWS_DIVISOR);
  }

  /** What {@link #upload} and {@link #fixedShare} need on a device. */
  List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    workloads.add(piece(smallest));
    workloads.add(piece(largest));
    ofRows.ifPresent(segment -> workloads.add(someRows(segment)));
    return workloads;
  }

  /**
   * What going on at a value takes, from the smallest and the largest one that the network allows.
   *
   * @param frame measured under the same condition
   * @param upload a plain copy, which is the least that it can take
   */
  CopyCost upload(DeviceWorker worker, FrameCost frame, CopyCost upload, CopyCost download) {
    double plainSmall = upload.millis(smallest.readBytes());
    double plainLarge = upload.millis(largest.readBytes());
    double small = Math.max(plainSmall, millis(worker, smallest, frame, download));
    double large = Math.max(plainLarge, millis(worker, largest, frame, download));
    return smallest.readBytes() == largest.readBytes()
        ? new CopyCost(upload.latencyMillis() + large - plainLarge, upload.gigabytesPerSecond())
        : CopyCost.between(small, smallest.readBytes(), large, largest.readBytes());
  }

  /** 0 where passes have put the piece into another launch, so that nobody knows its own time. */
  private double millis(DeviceWorker worker, Entry entry, FrameCost frame, CopyCost download) {
    double nodes = frame.millis(entry.nodes());
    return nodes == 0
        ? 0
        : millis(worker, piece(entry)) - nodes - download.millis(entry.writtenBytes());
  }

  /**
   * The share of a segment's time that fewer rows do not take away; 0 where all rows are needed.
   *
   * @param frame measured under the same condition
   * @param upload what {@link #upload} has found
   */
  double fixedShare(DeviceWorker worker, FrameCost frame, CopyCost upload, CopyCost download) {
    if (ofRows.isEmpty()) {
      return 0;
    }
    int segment = ofRows.getAsInt();
    Workload rows = someRows(segment);
    double read = (double) rows.input().height() / segment(segment).input().height();
    double copies =
        upload.millis((long) (read * chain.bytesBefore(segment)))
            + download.millis((long) (read * chain.bytesAfter(segment + 1)));
    double millis = millis(worker, rows) - copies;
    double share = millis / frame.millis(chain, segment, segment + 1);
    return Math.min(1, Math.max(0, (share - read) / (1 - read)));
  }

  private double millis(DeviceWorker worker, Workload workload) {
    Runner runner = worker.runner(workload);
    Map<String, Tensor> inputs = FrameInputs.of(runner.graph(), Tensor.zeros(workload.input()));
    return CopyProbe.medianMillis(() -> runner.resume(inputs, job));
  }
}
