package io.skipscope.cli;

import io.skipscope.measure.PlanComparisonReport;
import java.util.Locale;

/** What {@code schedule --plan all} prints for people. */
final class PlanComparisonText {
  private PlanComparisonText() {}

  static String of(PlanComparisonReport report) {
    TextTable table =
        new TextTable(
            "plan", "predicted ms", "measured ms", "error", "frames/s", "ratio", "devices");
    for (PlanComparisonReport.PlanTime plan : report.plans()) {
      table.row(
          plan.plan(),
          format("%.3f", plan.predictedMillis()),
          format("%.3f", plan.measuredMillis()),
          format("%+.0f%%", plan.errorPercent()),
          format("%.2f", plan.throughput()),
          format("%.2f", plan.ratio()),
          String.join(", ", plan.devices()));
    }
    return table
        + format(
            "%n%s for %s, a frame: median of %d rounds of %d frames, the plans in turn; ratio to"
                + " the best single device%n",
            report.model(), report.goal(), report.rounds(), report.frames());
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
