package io.skipscope.lab.units;

import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.image.InputSpec;
import io.skipscope.image.OpenPictureSet;
import io.skipscope.image.PictureSet;
import io.skipscope.job.Job;
import io.skipscope.lab.units.UnitReport.Skipped;
import io.skipscope.measure.BatchReader;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the channels of some values while a set of pictures runs, once, in batches.
 *
 * <p>Memory does not grow with the pictures: sums and the {@value #TOP_PICTURES} best places of
 * each channel stay, and the products of the channels that are compared. One thread, which others
 * help.
 */
public final class UnitSurvey {
  /** Pictures that are kept for each channel. */
  public static final int TOP_PICTURES = 9;

  /** The size from which a correlation counts as strong. */
  public static final double STRONG = 0.9;

  /** Pairs of channels that are named for each value. */
  public static final int NAMED_PAIRS = 20;

  /** Numbers of all values together that one batch may give: 64 MiB. */
  private static final int NUMBERS_PER_BATCH = 1 << 24;

  private final Graph graph;
  private final TapSet taps;
  private final OpenPictureSet pictures;
  private final InputSpec inputSpec;

  /**
   * @param graph with its shapes inferred for the size that {@code inputSpec} names
   * @param taps what is watched
   */
  public UnitSurvey(Graph graph, TapSet taps, OpenPictureSet pictures, InputSpec inputSpec) {
    this.graph = graph;
    this.taps = taps;
    this.pictures = pictures;
    this.inputSpec = inputSpec;
  }

  /**
   * Runs pictures while others are decoded. Those that cannot be read are skipped and reported.
   *
   * @param limit run no more pictures than this, evenly spread over the set
   * @param network gives the values of the taps, in their order
   * @param job told of each batch
   * @throws InputException if a value has no channels, or no picture can be read
   * @throws io.skipscope.job.CancelledException between two launches
   */
  public UnitReport run(int limit, TappedPass network, Job job) {
    List<PictureSet.Entry> entries = pictures.spread(limit);
    List<ValueSums> sums = new ArrayList<>();
    for (TapPoint tap : taps.points()) {
      sums.add(new ValueSums(tap, graph.shape(tap.value())));
    }
    List<PictureSet.Entry> ran = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    try (BatchReader<PictureSet.Entry> reader =
        new BatchReader<>(
            entries,
            pictures::read,
            inputSpec,
            picturesPerBatch(),
            (entry, problem) -> skipped.add(new Skipped(entry, problem.getMessage())))) {
      while (reader.hasNext()) {
        BatchReader.Batch<PictureSet.Entry> batch = reader.next();
        int done = ran.size() + skipped.size();
        List<Tensor> values = network.run(batch.pictures(), tellingOf(job, done, entries.size()));
        for (int i = 0; i < sums.size(); i++) {
          sums.get(i).add(values.get(i), ran.size(), batch.entries().size());
        }
        ran.addAll(batch.entries());
      }
    }
    job.progress("Watching channels", entries.size(), entries.size());
    requireAny(ran, skipped);
    return new UnitReport(ran.size(), skipped, sums.stream().map(sum -> sum.result(ran)).toList());
  }

  private static void requireAny(List<PictureSet.Entry> ran, List<Skipped> skipped) {
    if (ran.isEmpty()) {
      String first = skipped.isEmpty() ? "none at all" : skipped.get(0).problem();
      throw new InputException(
          "pictures", "none that can be read; the first: " + first, "at least one picture");
    }
  }

  /** A job whose steps are not told, but which ends with the outer one. */
  private static Job tellingOf(Job job, int done, int total) {
    job.progress("Watching channels", done, total);
    return new Job((step, stepsDone, steps) -> job.progress("Watching channels", done, total));
  }

  private int picturesPerBatch() {
    long numbers =
        taps.points().stream().mapToLong(tap -> graph.shape(tap.value()).elementCount()).sum();
    long fitting = NUMBERS_PER_BATCH / Math.max(1, numbers);
    return (int) Math.max(1, Math.min(BatchReader.usualBatch(inputSpec), fitting));
  }
}
