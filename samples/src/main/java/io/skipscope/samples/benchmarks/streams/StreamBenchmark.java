package io.skipscope.samples.benchmarks.streams;

import io.skipscope.device.DeviceInfo;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.schedule.PlanKind;
import io.skipscope.schedule.Schedule;
import java.util.List;
import java.util.Locale;

/**
 * What two parts of a device give together in one process, in relation to two processes with one
 * part each, side by side: {@code StreamBenchmark [MODEL [FRAMES [ROUNDS]]]}. Kernels should have
 * been built before.
 *
 * <p>Clocks wander by more than what is asked for. All processes stay ready, and short slices take
 * turns: each slice of a plan stands between two of the processes, and is divided by their mean.
 * The median of all these ratios is what counts.
 */
public final class StreamBenchmark {
  private final PartStream together;
  private final List<OnePart> apart;
  private final int frames;
  private final Ratios batchToApart = new Ratios("batch to two processes", 0.95);
  private final Ratios pipelineToApart = new Ratios("pipeline to two processes", 0.85);
  private final Ratios batchToOne = new Ratios("batch to one part alone");
  private final Ratios pipelineToOne = new Ratios("pipeline to one part alone");
  private final Ratios apartToOne = new Ratios("two processes to one part alone");

  private StreamBenchmark(PartStream together, List<OnePart> apart, int frames) {
    this.together = together;
    this.apart = apart;
    this.frames = frames;
  }

  public static void main(String[] args) {
    String model = args.length > 0 ? args[0] : "resnet50";
    int frames = args.length > 1 ? Integer.parseInt(args[1]) : 48;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 12;
    List<String> parts =
        DeviceCatalog.discover().subDevices().stream().map(DeviceInfo::id).limit(2).toList();
    if (parts.size() < 2) {
      System.err.println("StreamBenchmark: found no device that can be cut in two");
      System.exit(2);
    }
    List<PlanKind> plans = List.of(PlanKind.BATCH, PlanKind.PIPELINE);
    try (OnePart first = OnePart.start(model, parts.get(0));
        OnePart second = OnePart.start(model, parts.get(1))) {
      List<OnePart> apart = List.of(first, second);
      apart.forEach(OnePart::awaitReady);
      try (PartStream together = PartStream.open(model, parts, plans)) {
        new StreamBenchmark(together, apart, frames).run(rounds);
      }
    }
    System.exit(0);
  }

  private void run(int rounds) {
    Schedule batch = together.schedule(PlanKind.BATCH, frames);
    Schedule pipeline = together.schedule(PlanKind.PIPELINE, frames);
    double before = apart(apart);
    for (int round = 0; round < rounds; round++) {
      double batched = together.run(batch).throughput();
      double between = apart(apart);
      double piped = together.run(pipeline).throughput();
      double after = apart(apart);
      double one = apart(apart.subList(0, 1));
      System.out.printf(
          Locale.ROOT,
          "frames/s: processes %.2f, batch %.2f, processes %.2f, pipeline %.2f, processes %.2f, "
              + "one %.2f%n",
          before,
          batched,
          between,
          piped,
          after,
          one);
      batchToApart.add(batched, (before + between) / 2);
      pipelineToApart.add(piped, (between + after) / 2);
      batchToOne.add(batched, one);
      pipelineToOne.add(piped, one);
      apartToOne.add(after, one);
      before = apart(apart);
    }
    List.of(batchToApart, pipelineToApart, batchToOne, pipelineToOne, apartToOne)
        .forEach(ratios -> System.out.println(ratios.text()));
  }

  /** Frames a second of some processes that are released together. */
  private double apart(List<OnePart> processes) {
    processes.forEach(process -> process.begin(frames / 2));
    return Frames.perSecond(processes.stream().map(OnePart::end).toList());
  }
}
