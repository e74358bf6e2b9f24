package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.Session;
import io.skipscope.error.InputException;
import io.skipscope.image.OpenPictureSet;
import io.skipscope.image.PngWriter;
import io.skipscope.job.Job;
import io.skipscope.lab.units.ExcitingPatch;
import io.skipscope.lab.units.PatchCutter;
import io.skipscope.lab.units.UnitReport;
import io.skipscope.lab.units.UnitSurvey;
import io.skipscope.lab.units.ValueUnits;
import io.skipscope.pass.Passes;
import io.skipscope.tap.TapSet;
import io.skipscope.tune.TuningStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code units}: what the channels of a network do over many pictures. */
@Command(
    name = "units",
    description = {
      "Shows dead and correlated channels over many pictures, and what excites a channel most.",
      "Correlation is Pearson's, over pictures and at most 16 positions of each map."
    })
final class UnitsCommand implements Runnable {
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
      description = "Pictures, loose or in folders of their classes.")
  private Path data;

  @Option(
      names = "--value",
      paramLabel = "NAME",
      description =
          "List the channels of this value, or of all five of a block; else the outputs of all"
              + " blocks are shown in a line each.")
  private String value;

  @Option(
      names = "--channel",
      paramLabel = "C",
      description = "With --value: the nine pictures that excite this channel most, and where.")
  private Integer channel;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "With --channel: write what it sees there into this folder, as PNG.")
  private Path out;

  @Override
  public void run() {
    checkOptions();
    try (ProgressBar bar = output.progressBar();
        OpenPictureSet pictures = OpenPictureSet.open(data, Job.unwatched())) {
      Job job = new Job(bar);
      Model opened = normalisation.apply(model.open(output, job), output);
      UnitReport report = survey(opened, pictures, job);
      if (channel != null) {
        PatchCutter cutter = new PatchCutter(opened.graph(), pictures::read, opened.inputSpec());
        patches(report, cutter, job);
      } else if (value != null) {
        output.result(report, UnitsText.channels(report));
      } else {
        List<UnitsText.Summary> rows = report.values().stream().map(UnitsText.Summary::of).toList();
        output.result(
            new Overview(report.pictures(), report.skipped(), rows),
            UnitsText.overview(report, rows));
      }
    }
  }

  /** What {@code --json} prints of all blocks. */
  record Overview(int pictures, List<UnitReport.Skipped> skipped, List<UnitsText.Summary> values) {}

  /** What {@code --json} prints of a channel. */
  record Patches(String tap, int channel, List<ExcitingPatch> patches, List<String> files) {}

  private void checkOptions() {
    if (channel != null && value == null) {
      throw new InputException("--channel", "no --value", "--value NAME beside it");
    }
    if (out != null && channel == null) {
      throw new InputException("--out", "no --channel", "--value NAME and --channel C beside it");
    }
  }

  private UnitReport survey(Model opened, OpenPictureSet pictures, Job job) {
    TapSet taps = taps(opened);
    String id = device.single();
    try (Session session = Session.open(opened, id, kernels.with(Passes.Options.ALL))) {
      TuningStore.usual().load(session.device()).problems().forEach(output::note);
      UnitSurvey survey = new UnitSurvey(opened.graph(), taps, pictures, opened.inputSpec());
      UnitReport report =
          survey.run(limit.pictures(), (batch, steps) -> session.values(batch, taps, steps), job);
      session.recoveries().forEach(output::note);
      UnitsText.skipped(report).forEach(output::note);
      return report;
    }
  }

  private TapSet taps(Model opened) {
    if (value != null) {
      return TapSet.named(opened.graph(), List.of(value));
    }
    TapSet outputs = TapSet.blockOutputs(opened.graph());
    if (outputs.points().isEmpty()) {
      throw new InputException(
          opened.name(), "no residual blocks", "--value NAME, a node or value of the network");
    }
    return outputs;
  }

  private void patches(UnitReport report, PatchCutter cutter, Job job) {
    List<Patches> all = new ArrayList<>();
    for (ValueUnits units : report.values()) {
      if (channel < 0 || channel >= units.channels().size()) {
        throw new InputException(
            "--channel " + channel,
            units.tap() + " of " + units.channels().size() + " channels",
            "a number from 0 to " + (units.channels().size() - 1));
      }
      List<ExcitingPatch> patches = cutter.patches(units, channel);
      all.add(new Patches(units.tap(), channel, patches, write(units, patches, cutter, job)));
    }
    output.result(all, UnitsText.patches(all));
  }

  private List<String> write(
      ValueUnits units, List<ExcitingPatch> patches, PatchCutter cutter, Job job) {
    List<String> files = new ArrayList<>();
    for (int rank = 0; out != null && rank < patches.size(); rank++) {
      job.progress("Cutting patches", rank, patches.size());
      Path file = out.resolve(units.tap() + "." + channel + "." + (rank + 1) + ".png");
      PngWriter.write(file, cutter.cut(patches.get(rank)).toBufferedImage());
      files.add(file.toString());
    }
    return files;
  }
}
