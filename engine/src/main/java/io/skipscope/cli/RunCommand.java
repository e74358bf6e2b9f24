package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.Prediction;
import io.skipscope.Session;
import io.skipscope.image.Npy;
import io.skipscope.image.Pictures;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.Job;
import io.skipscope.measure.PrecisionLoss;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.Precision;
import io.skipscope.run.EarlyDevice;
import io.skipscope.run.RunReport;
import io.skipscope.run.RunResult;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: one picture or tensor through a model. */
@Command(name = "run", description = "Runs a model on a picture or a tensor.")
final class RunCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private ModelArgument model;
  @Mixin private NormalisationOptions normalisation;
  @Mixin private PlanArguments plan;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--taps",
      split = ",",
      paramLabel = "none|blocks|all|NAME",
      description = "The values to look at: names as layer2.0.sum, with commas.")
  private List<String> taps = List.of("none");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the taps and output.npy into this folder.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "npy|png|tiff|safetensors",
      description = "How taps are written.")
  private TapFiles.Format format = TapFiles.Format.NPY;

  @Option(
      names = "--top",
      paramLabel = "K",
      converter = PositiveNumber.class,
      description = "How many classes to print.")
  private int top = 5;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Run N times; times are those of the median run.")
  private int repeat = 1;

  /** What is fed: one of the two. */
  private static final class Source {
    @Option(names = "--image", paramLabel = "FILE", description = "A picture.")
    private Path image;

    @Option(
        names = "--input",
        paramLabel = "X.npy",
        description = "A float32 NCHW tensor, fed as it is.")
    private Path tensor;
  }

  @Override
  public void run() {
    try (ProgressBar bar = output.progressBar();
        EarlyDevice early = EarlyDevice.open(device.single(), purpose())) {
      Job job = new Job(bar);
      Model opened = model.open(output, job);
      if (source.image != null) {
        opened = normalisation.apply(opened, output);
      }
      TapSet tapSet = tapSet(opened);
      Tensor input;
      RunResult result;
      try (Session session = Session.open(opened, early::take, plan.toPlanOptions())) {
        input = read(opened, session, tapSet, job);
        result = medianRun(session, input, tapSet, job);
      }
      List<Path> files = folder == null ? List.of() : TapFiles.write(folder, format, result, job);
      report(opened, input, result, files, precisionLoss(opened, input, result, job));
    }
  }

  private String purpose() {
    return "run " + model.name() + " --taps " + String.join(",", taps);
  }

  /** Null in float. */
  private PrecisionLoss precisionLoss(Model opened, Tensor input, RunResult inHalf, Job job) {
    PlanOptions options = plan.toPlanOptions();
    if (options.precision() == Precision.FLOAT) {
      return null;
    }
    PlanOptions inFloat = options.withPrecision(Precision.FLOAT);
    try (Session session = Session.open(opened, device.single(), inFloat)) {
      return PrecisionLoss.of(session.run(input, TapSet.NONE, job).output(), inHalf.output());
    }
  }

  /** Gets the session ready while a picture is read; a tensor may have another size. */
  private Tensor read(Model opened, Session session, TapSet tapSet, Job job) {
    if (source.image == null) {
      return Npy.readInput(source.tensor);
    }
    CompletableFuture<Void> ready = CompletableFuture.runAsync(() -> session.prepare(tapSet, job));
    try {
      Tensor input = Preprocessor.toTensor(Pictures.read(source.image), opened.inputSpec());
      ready.join();
      return input;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (RuntimeException e) {
      job.cancel();
      throw e;
    }
  }

  private TapSet tapSet(Model opened) {
    return switch (String.join(",", taps)) {
      case "none" -> TapSet.NONE;
      case "blocks" -> TapSet.blocks(opened.graph());
      case "all" -> TapSet.all(opened.graph());
      default -> TapSet.named(opened.graph(), taps);
    };
  }

  /** The last run's tensors with the median run's report: all runs compute the same. */
  private RunResult medianRun(Session session, Tensor input, TapSet tapSet, Job job) {
    List<RunReport> reports = new ArrayList<>();
    RunResult last = null;
    do {
      if (last != null) {
        last.close();
      }
      last = session.runTimed(input, tapSet, job);
      reports.add(last.report());
    } while (reports.size() < repeat);
    reports.sort(Comparator.comparingLong(RunReport::totalNanos));
    return last.withReport(reports.get(repeat / 2));
  }

  private void report(
      Model opened, Tensor input, RunResult result, List<Path> files, PrecisionLoss loss) {
    result.report().fallbacks().forEach(output::note);
    List<Prediction> predictions = Prediction.top(opened, result.output(), top);
    RunSummary summary = RunSummary.of(opened, input.shape(), result, predictions, files, loss);
    output.result(summary, summary.text(opened.graph(), result));
  }
}
