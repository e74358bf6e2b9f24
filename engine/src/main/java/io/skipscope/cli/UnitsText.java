package io.skipscope.cli;

import io.skipscope.lab.ReceptiveBox;
import io.skipscope.lab.units.ChannelState;
import io.skipscope.lab.units.ChannelUnit;
import io.skipscope.lab.units.Correlations;
import io.skipscope.lab.units.Excitation;
import io.skipscope.lab.units.ExcitingPatch;
import io.skipscope.lab.units.UnitReport;
import io.skipscope.lab.units.ValueUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code units} prints for people. */
final class UnitsText {
  private static final int NAMED_SKIPPED = 10;

  private UnitsText() {}

  /**
   * The channels of one value in a line.
   *
   * @param strongPairs as in {@link Correlations}
   * @param strongest null where no two channels can be compared
   */
  record Summary(
      String tap,
      int channels,
      long neverPositive,
      long constant,
      double mean,
      long strongPairs,
      Correlations.Pair strongest) {
    static Summary of(ValueUnits units) {
      List<Correlations.Pair> pairs = units.correlations().strongest();
      return new Summary(
          units.tap(),
          units.channels().size(),
          units.count(ChannelState.NEVER_POSITIVE),
          units.count(ChannelState.CONSTANT),
          units.overallMean(),
          units.correlations().strongPairs(),
          pairs.isEmpty() ? null : pairs.get(0));
    }
  }

  static String overview(UnitReport report, List<Summary> rows) {
    TextTable table =
        new TextTable(
            "value", "channels", "never above 0", "constant", "mean", "pairs", "most alike", "r");
    for (Summary row : rows) {
      table.row(
          row.tap(),
          row.channels(),
          row.neverPositive(),
          row.constant(),
          number(row.mean()),
          row.strongPairs(),
          row.strongest() == null
              ? "none"
              : row.strongest().first() + " and " + row.strongest().second(),
          row.strongest() == null ? "-" : correlation(row.strongest().r()));
    }
    return table + footer(report);
  }

  static String channels(UnitReport report) {
    StringBuilder text = new StringBuilder();
    for (ValueUnits units : report.values()) {
      text.append(units.tap()).append('\n').append(channels(units)).append('\n');
      text.append(pairs(units.correlations())).append('\n');
    }
    return text + footer(report);
  }

  private static TextTable channels(ValueUnits units) {
    TextTable table =
        new TextTable(
            "channel",
            "state",
            "mean",
            "std",
            "min",
            "max",
            "zero",
            "most alike",
            "r",
            "greatest in");
    for (ChannelUnit unit : units.channels()) {
      Optional<Correlations.Partner> closest = units.correlations().closestTo(unit.channel());
      table.row(
          unit.channel(),
          unit.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          number(unit.mean()),
          number(unit.std()),
          number(unit.min()),
          number(unit.max()),
          format("%.1f%%", 100 * unit.zeroShare()),
          closest.map(partner -> String.valueOf(partner.other())).orElse("none"),
          closest.map(partner -> correlation(partner.r())).orElse("-"),
          unit.top().isEmpty() ? "none" : unit.top().get(0).picture().path());
    }
    return table;
  }

  private static TextTable pairs(Correlations correlations) {
    TextTable table = new TextTable("channel", "and", "r");
    correlations
        .strongest()
        .forEach(pair -> table.row(pair.first(), pair.second(), correlation(pair.r())));
    return table;
  }

  /** How the figures were got. */
  private static String footer(UnitReport report) {
    Correlations any = report.values().get(0).correlations();
    int skipped = report.skipped().size();
    return format(
        "%d pictures%s; pairs of |r| >= %.1f, over pictures and at most %d positions of each map",
        report.pictures(),
        skipped == 0 ? "" : " (" + skipped + " skipped)",
        any.threshold(),
        Correlations.MOST_POSITIONS);
  }

  /** A line for each of the first pictures that were left out, and one for the others. */
  static List<String> skipped(UnitReport report) {
    List<String> lines =
        report.skipped().stream()
            .limit(NAMED_SKIPPED)
            .map(one -> "skipped " + one.problem())
            .collect(Collectors.toCollection(ArrayList::new));
    int others = report.skipped().size() - lines.size();
    if (others > 0) {
      lines.add("skipped " + others + " more, which --json names");
    }
    return lines;
  }

  static String patches(List<UnitsCommand.Patches> all) {
    StringBuilder text = new StringBuilder();
    for (UnitsCommand.Patches one : all) {
      TextTable table = new TextTable("picture", "value", "row", "column", "sees rows", "columns");
      for (ExcitingPatch patch : one.patches()) {
        Excitation place = patch.excitation();
        ReceptiveBox box = patch.box();
        table.row(
            place.picture().path(),
            number(place.value()),
            place.row(),
            place.column(),
            box.top() + " to " + (box.bottom() - 1),
            box.left() + " to " + (box.right() - 1));
      }
      text.append(one.tap()).append(", channel ").append(one.channel()).append('\n').append(table);
      one.files().forEach(file -> text.append("wrote ").append(file).append('\n'));
    }
    return text.toString();
  }

  private static String number(double number) {
    return format("%.4g", number);
  }

  private static String correlation(double r) {
    return format("%.3f", r);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
