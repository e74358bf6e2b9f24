package io.skipscope.cli;

import io.skipscope.device.Device;
import io.skipscope.job.AtomicFile;
import io.skipscope.job.Job;
import io.skipscope.measure.Verify;
import io.skipscope.op.KernelFamily;
import io.skipscope.run.DeviceCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: whether a device computes what it should. */
@Command(
    name = "verify",
    description = "Compares every kernel on a device with the plain Java device.")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private Output output;
  @Mixin private DeviceOption device;
  @Mixin private PrecisionOption precision;

  @Option(
      names = "--family",
      paramLabel = "ref|cpu|gpu",
      description = "Only kernels of this family.")
  private KernelFamily family;

  @Option(names = "--report", paramLabel = "FILE", description = "Write the table into a file too.")
  private Path report;

  /** What {@code --json} prints. */
  record Summary(
      String device, int cases, int passed, List<Verify.Counts> devices, List<Verify.Row> failed) {}

  @Override
  public Integer call() {
    DeviceCatalog catalog = DeviceCatalog.discover();
    List<String> ids = device.severalForKernels(catalog);
    List<Verify.Row> rows = new ArrayList<>();
    List<Verify.Counts> counts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      try (ProgressBar bar = output.progressBar();
          Device opened = catalog.open(id)) {
        List<Verify.Row> ofDevice = Verify.run(opened, family, precision.get(), new Job(bar));
        rows.addAll(ofDevice);
        counts.add(Verify.Counts.of(id, ofDevice));
        text.append(opened.info().label()).append('\n').append(rows(ofDevice)).append('\n');
      }
    }
    text.append(table(counts)).append('\n');
    return conclude(rows, counts, text);
  }

  private int conclude(List<Verify.Row> rows, List<Verify.Counts> counts, StringBuilder text) {
    List<Verify.Row> failed = rows.stream().filter(row -> !row.passed()).toList();
    String ids = counts.stream().map(Verify.Counts::device).collect(Collectors.joining(","));
    int passed = rows.size() - failed.size();
    Summary summary = new Summary(ids, rows.size(), passed, counts, failed);
    text.append(passed).append(" of ").append(rows.size()).append(" cases passed\n");
    if (report != null) {
      byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(report, out -> out.write(content));
    }
    output.result(summary, text.toString());
    if (!failed.isEmpty()) {
      output.note("skipscope: verify: found " + failed.size() + " mismatches, expected none");
    }
    return failed.isEmpty() ? 0 : 1;
  }

  private static TextTable table(List<Verify.Counts> counts) {
    TextTable table = new TextTable("device", "operators", "kernels", "cases", "passed");
    counts.forEach(
        of -> table.row(of.device(), of.operators(), of.kernels(), of.cases(), of.passed()));
    return table;
  }

  private static TextTable rows(List<Verify.Row> rows) {
    TextTable table = new TextTable("operator", "kernel", "case", "worst error", "allowed", "");
    for (Verify.Row row : rows) {
      table.row(
          row.operator(),
          row.kernel(),
          row.test(),
          scientific(row.error()),
          scientific(row.tolerance()),
          row.passed() ? "ok" : "FAILED " + row.failure());
    }
    return table;
  }

  private static String scientific(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.1e", number);
  }
}
