package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.Session;
import io.skipscope.image.LabelledPictures;
import io.skipscope.job.Job;
import io.skipscope.measure.Eval;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapSet;
import io.skipscope.tune.TuningStore;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval}: how often a model is right. */
@Command(name = "eval", description = "Measures top-1 and top-5 accuracy on a data set.")
final class EvalCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private ModelArgument model;
  @Mixin private NormalisationOptions normalisation;
  @Mixin private KernelOptions kernels;
  @Mixin private LimitOption limit;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR|ZIP",
      description = "Pictures in one folder per class: [SPLIT/]CLASS/PICTURE.")
  private Path data;

  @Option(
      names = "--split",
      paramLabel = "S",
      description = "The split to use; else test, else val, else everything.")
  private String split;

  @Override
  public void run() {
    try (ProgressBar bar = output.progressBar();
        LabelledPictures pictures = LabelledPictures.open(data, split)) {
      Job job = new Job(bar);
      Model opened = normalisation.apply(model.open(output, job), output);
      PlanOptions options = kernels.with(Passes.Options.ALL);
      try (Session session = Session.open(opened, device.single(), options)) {
        TuningStore.usual().load(session.device()).problems().forEach(output::note);
        Job inner = Job.unwatched();
        Eval eval = new Eval(pictures, opened.inputSpec(), opened.classes());
        Eval.Result result =
            eval.run(
                limit.pictures(), batch -> session.run(batch, TapSet.NONE, inner).output(), job);
        session.recoveries().forEach(output::note);
        output.result(result, text(result, pictures, session));
      }
    }
  }

  private static String text(Eval.Result result, LabelledPictures pictures, Session session) {
    return String.format(
        Locale.ROOT,
        "%d pictures of %d classes on %s (%s)%ntop-1 %.2f %%%ntop-5 %.2f %%",
        result.count(),
        pictures.classes().size(),
        session.device().id(),
        session.device().name(),
        100 * result.top1(),
        100 * result.top5());
  }
}
