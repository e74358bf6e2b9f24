package io.skipscope.cli;

import io.skipscope.job.Job;
import io.skipscope.measure.ModelInfo;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code info}: what a model consists of. */
@Command(name = "info", description = "Shows blocks, shapes, parameters, MACs, receptive field.")
final class InfoCommand implements Runnable {
  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private ModelArgument model;

  @Override
  public void run() {
    try (ProgressBar bar = output.progressBar()) {
      ModelInfo info = ModelInfo.of(model.open(output, new Job(bar)).graph());
      output.result(info, text(info));
    }
  }

  private static String text(ModelInfo info) {
    TextTable table =
        new TextTable("block", "kind", "shortcut", "input", "output", "parameters", "MACs");
    for (ModelInfo.Block block : info.blocks()) {
      table.row(
          block.name(),
          block.kind(),
          block.shortcut(),
          block.input(),
          block.output(),
          grouped(block.parameters()),
          grouped(block.macs()));
    }
    return String.join(
        "\n",
        table.toString(),
        "blocks           " + info.blocks().size(),
        "parameters       " + grouped(info.parameters()),
        "MACs             " + grouped(info.macs()),
        "receptive field  " + info.receptiveField());
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
