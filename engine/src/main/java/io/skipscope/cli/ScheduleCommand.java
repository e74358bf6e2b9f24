package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.error.InputException;
import io.skipscope.job.Job;
import io.skipscope.measure.PlanComparison;
import io.skipscope.measure.PlanComparisonReport;
import io.skipscope.measure.ScheduleBench;
import io.skipscope.measure.ScheduleReport;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.DeviceCatalog;
import io.skipscope.run.multi.ScheduledRunner;
import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code schedule}: a stream of frames on several devices at once. */
@Command(
    name = "schedule",
    description = {
      "Spreads a model over several devices and runs a stream of frames: who does what, and the",
      "predicted time beside the measured one. A device that fails is set aside."
    })
final class ScheduleCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private ModelArgument model;
  @Mixin private PrecisionOption precision;

  @Option(
      names = "--for",
      paramLabel = "latency|throughput",
      description = "One frame at a time as fast as possible, or as many a second as possible.")
  private Goal goal = Goal.THROUGHPUT;

  @Option(
      names = "--plan",
      paramLabel = "auto|single|batch|pipeline|branch|split|all",
      description = {
        "One device, frames shared out, each device a range of blocks, branches such as shortcuts",
        "on another device, or each device some rows of every map;",
        "auto: what is predicted to be the fastest, several devices only for 10 %% or more;",
        "all: each that the devices allow, in turn, as a table of predicted and measured times."
      })
  private Choice plan = Choice.AUTO;

  @Option(
      names = "--frames",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "How many frames are run; with --plan all, in each of a plan's rounds.")
  private int frames = 32;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      converter = PositiveNumber.class,
      description = {
        "With --plan all, begin no round of the plans later than that, but run one at least; as",
        "long again may pass before, while Java compiles. Else three rounds or more."
      })
  private Integer seconds;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write what each device did when, for chrome://tracing or Perfetto.")
  private Path trace;

  private enum Choice {
    AUTO(null),
    SINGLE(PlanKind.SINGLE),
    BATCH(PlanKind.BATCH),
    PIPELINE(PlanKind.PIPELINE),
    BRANCH(PlanKind.BRANCH),
    SPLIT(PlanKind.SPLIT),
    ALL(null);

    private final PlanKind kind;

    Choice(PlanKind kind) {
      this.kind = kind;
    }
  }

  @Override
  public void run() {
    if (plan == Choice.ALL && trace != null) {
      throw new InputException("--trace", "--plan all", "one plan, whose work is drawn");
    }
    if (plan != Choice.ALL && seconds != null) {
      throw new InputException("--seconds", "a single plan", "--plan all, which compares plans");
    }
    try (ProgressBar bar = output.progressBar()) {
      Job job = new Job(bar);
      Model network = model.open(output, job);
      DeviceCatalog catalog = DeviceCatalog.discover();
      List<String> devices = device.severalForKernels(catalog);
      PlanOptions options = PlanOptions.DEFAULT.withPrecision(precision.get());
      try (ScheduledRunner runner =
          ScheduledRunner.usual(network.graph(), options, catalog, output::note)) {
        if (plan == Choice.ALL) {
          compare(network.name(), runner, devices, job, bar);
        } else {
          follow(network.name(), runner, devices, job, bar);
        }
      }
    }
  }

  private void compare(
      String name, ScheduledRunner runner, List<String> devices, Job job, ProgressBar bar) {
    PlanComparison.Limits limits =
        seconds == null ? PlanComparison.Limits.USUAL : PlanComparison.Limits.ofSeconds(seconds);
    PlanComparisonReport report =
        PlanComparison.run(name, runner, devices, goal, frames, limits, output::note, job);
    bar.close();
    output.result(report, PlanComparisonText.of(report));
  }

  private void follow(
      String name, ScheduledRunner runner, List<String> devices, Job job, ProgressBar bar) {
    ScheduleBench.Settings settings =
        new ScheduleBench.Settings(devices, goal, plan.kind, frames, trace);
    ScheduleReport report = ScheduleBench.run(name, runner, settings, output::note, job);
    bar.close();
    output.result(report, ScheduleText.of(report));
  }
}
