package io.skipscope.cli;

import io.skipscope.Model;
import io.skipscope.job.Job;
import io.skipscope.measure.DeviceProfile;
import io.skipscope.measure.KernelDump;
import io.skipscope.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kernels}: the programs that a model runs, for compilers that need no device. */
@Command(name = "kernels", description = "Writes the OpenCL programs of a model, as built.")
final class KernelsCommand implements Runnable {
  /** A net of bottlenecks and one of inverted residuals. */
  private static final List<String> DEFAULT_MODELS = List.of("resnet50", "mobilenet_v2");

  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private PrecisionOption precision;

  @Option(
      names = "--dump",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to; programs of an earlier dump there are removed.")
  private Path folder;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "A path or a zoo name; else resnet50 and mobilenet_v2.")
  private String model;

  @Option(
      names = "--profile",
      paramLabel = "gpu|cpu",
      description = "The kind of device to build for.")
  private DeviceProfile profile = DeviceProfile.GPU;

  /** What {@code --json} prints. */
  record Summary(String profile, List<KernelDump.Program> programs) {}

  @Override
  public void run() {
    try (ProgressBar bar = output.progressBar()) {
      Job job = new Job(bar);
      List<Plan> plans = new ArrayList<>();
      for (String name : model == null ? DEFAULT_MODELS : List.of(model)) {
        plans.add(profile.plan(Model.open(name, null, job).graph(), precision.get()));
      }
      List<KernelDump.Program> programs = KernelDump.write(plans, folder);
      bar.close();
      noteFallbacks(plans);
      output.result(new Summary(profile.name().toLowerCase(Locale.ROOT), programs), text(programs));
    }
  }

  private void noteFallbacks(List<Plan> plans) {
    int count = plans.stream().mapToInt(plan -> plan.fallbacks().size()).sum();
    if (count > 0) {
      output.note(
          count
              + " nodes have no kernel for "
              + name(profile)
              + "; those of another family are written");
    }
  }

  private static String name(DeviceProfile profile) {
    return profile.name().toLowerCase(Locale.ROOT);
  }

  private String text(List<KernelDump.Program> programs) {
    TextTable table = new TextTable("program", "source", "options");
    programs.forEach(program -> table.row(program.file(), program.source(), program.options()));
    return table + "wrote " + programs.size() + " programs to " + folder;
  }
}
