package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.device.Device;
import io.skipscope.error.DeviceException;
import io.skipscope.job.Job;
import io.skipscope.measure.NetworkTuning;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.tune.Tuner;
import io.skipscope.tune.TuningResult;
import io.skipscope.tune.TuningStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tune}: searches the fastest kernels for a model on a device, and keeps them. */
@Command(
    name = "tune",
    description = "Searches the fastest kernels for a model on a device, for all later runs there.")
final class TuneCommand implements Runnable {
  private static final int CANDIDATES = 8;
  private static final int CANDIDATES_DEEP = 30;
  private static final int SECONDS = 120;
  private static final int SECONDS_DEEP = 600;

  /** Each takes its time to compile at the first start. */
  private static final int MOST_KERNELS = 20;

  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private ModelArgument model;

  @Option(
      names = "--deep",
      description = "Try up to " + CANDIDATES_DEEP + " kernels for each shape, not " + CANDIDATES)
  private boolean deep;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      converter = PositiveNumber.class,
      description = "Begin no further shape after S seconds; else 120, with --deep 600.")
  private Integer seconds;

  /** What {@code --json} prints. */
  record Summary(
      String model,
      String device,
      double untunedMillis,
      double tunedMillis,
      double ratio,
      long untunedKernels,
      long tunedKernels,
      String file,
      int unsearched,
      List<TuningResult.ShapeResult> classes) {}

  @Override
  public void run() {
    try (ProgressBar bar = output.progressBar();
        Device opened = DeviceCatalog.discover().open(device.single())) {
      requireKernels(opened);
      Job job = new Job(bar);
      Model network = model.open(output, job);
      NetworkTuning tuning = NetworkTuning.run(network.graph(), opened, settings(), job);
      String file = tuning.isGain() ? keep(opened, tuning) : "";
      bar.close();
      Summary summary = summary(network.name(), opened, tuning, file);
      output.result(summary, text(summary));
    }
  }

  private static void requireKernels(Device opened) {
    if (!opened.runsKernels()) {
      throw new DeviceException(
          opened.info().label(),
          "the plain Java device, which has nothing to tune",
          "an OpenCL device; see `skipscope devices`");
    }
  }

  private Tuner.Settings settings() {
    int usualSeconds = deep ? SECONDS_DEEP : SECONDS;
    long budgetNanos = TimeUnit.SECONDS.toNanos(seconds == null ? usualSeconds : seconds);
    return new Tuner.Settings(deep ? CANDIDATES_DEEP : CANDIDATES, budgetNanos, MOST_KERNELS);
  }

  private static String keep(Device opened, NetworkTuning tuning) {
    return TuningStore.usual().keep(opened.info(), tuning.result()).toString();
  }

  private static Summary summary(String name, Device opened, NetworkTuning tuning, String file) {
    return new Summary(
        name,
        opened.info().id(),
        tuning.gain().untunedMillis(),
        tuning.gain().tunedMillis(),
        tuning.gain().ratio(),
        tuning.gain().untunedKernels(),
        tuning.gain().tunedKernels(),
        file,
        tuning.result().unsearched(),
        tuning.result().classes());
  }

  private static String text(Summary summary) {
    TextTable table =
        new TextTable("shape", "nodes", "untuned", "ms", "tuned", "ms", "tried", "failed");
    StringBuilder failures = new StringBuilder();
    for (TuningResult.ShapeResult each : summary.classes()) {
      table.row(
          each.shape(),
          each.nodes(),
          each.untuned(),
          format("%.3f", each.untunedMillis()),
          each.tuned().equals(each.untuned()) ? "the same" : each.tuned(),
          format("%.3f", each.tunedMillis()),
          each.tried(),
          each.failures().size());
      each.failures()
          .forEach(f -> failures.append(each.shape()).append(": ").append(f).append('\n'));
    }
    return table + failures.toString() + conclusion(summary);
  }

  private static String conclusion(Summary summary) {
    String whole =
        format(
            "%s on %s: %.3f ms untuned, %.3f ms tuned (%.2f times as fast), %d and %d kernels%n",
            summary.model(),
            summary.device(),
            summary.untunedMillis(),
            summary.tunedMillis(),
            summary.ratio(),
            summary.untunedKernels(),
            summary.tunedKernels());
    String rest =
        summary.unsearched() == 0
            ? ""
            : summary.unsearched() + " shapes were not searched; allow more --seconds\n";
    return whole
        + rest
        + (summary.file().isEmpty()
            ? "nothing was kept: as a whole, what was found is not faster"
            : "kept in " + summary.file());
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
