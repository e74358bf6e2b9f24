package io.skipscope.cli;

import io.skipscope.measure.ScheduleReport;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code schedule} prints for people. */
final class ScheduleText {
  private ScheduleText() {}

  static String of(ScheduleReport report) {
    return parts(report) + "\n" + summary(report) + candidates(report);
  }

  private static TextTable parts(ScheduleReport report) {
    TextTable table = new TextTable("device", "blocks", "frames", "predicted ms", "measured ms");
    for (ScheduleReport.PartTime part : report.parts()) {
      table.row(
          part.device(),
          part.blocks(),
          part.frames(),
          format("%.3f", part.predictedMillis()),
          format("%.3f", part.millis()));
    }
    return table;
  }

  private static String summary(ScheduleReport report) {
    double miss = report.measuredMillis() / report.predictedMillis() - 1;
    return format(
            "%s, plan %s for %s, %d frames on %s%n",
            report.model(),
            report.plan(),
            report.goal(),
            report.frames(),
            String.join(", ", report.devices()))
        + format(
            "a frame  predicted %.3f ms, measured %.3f ms (%+.0f%%); %.2f frames a second%n",
            report.predictedMillis(), report.measuredMillis(), 100 * miss, report.throughput())
        + format(
            "moved    %.1f MiB from device to device%n", report.bytesMoved() / (double) (1 << 20));
  }

  private static String candidates(ScheduleReport report) {
    return report.candidates().stream()
        .map(plan -> format("%s %.3f ms", plan.plan(), plan.predictedMillis()))
        .collect(Collectors.joining(", ", "plans    predicted: ", "\n"));
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
