package io.skipscope.viewer.render;

import io.skipscope.lab.units.ChannelState;
import io.skipscope.lab.units.ChannelUnit;
import io.skipscope.lab.units.Correlations;
import io.skipscope.lab.units.Excitation;
import io.skipscope.lab.units.UnitReport.Skipped;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the window says of channels that were watched over many pictures. */
public final class UnitWords {
  private static final int NAMED_SKIPPED = 5;

  private UnitWords() {}

  /** Of all channels together. */
  public static String title(UnitFindings findings) {
    boolean all = findings.ran() == findings.available();
    Correlations correlations = findings.units().correlations();
    return Text.of(
        "units.title",
        Text.of(
            all ? "units.all" : "units.some", findings.ran(), findings.available(), findings.set()),
        findings.dead().size(),
        findings.units().channels().size(),
        correlations.strongPairs(),
        correlations.threshold());
  }

  /** Of the pictures that cannot be read; empty where all can. */
  public static String skipped(UnitFindings findings) {
    List<Skipped> skipped = findings.skipped();
    if (skipped.isEmpty()) {
      return "";
    }
    String names =
        skipped.stream()
            .limit(NAMED_SKIPPED)
            .map(one -> one.picture().name())
            .collect(Collectors.joining(", "));
    boolean all = skipped.size() <= NAMED_SKIPPED;
    return Text.of("units.skipped", skipped.size(), all ? names : names + ", \u2026");
  }

  /** Of one channel. */
  public static String channel(UnitFindings findings, int channel) {
    ChannelUnit unit = findings.units().channels().get(channel);
    return switch (unit.state()) {
      case ACTIVE ->
          Text.of(
              "units.active",
              channel,
              Numbers.value(unit.mean()),
              Numbers.percent(unit.zeroShare()));
      case NEVER_POSITIVE -> Text.of("units.neverPositive", channel);
      case CONSTANT -> Text.of("units.constant", channel, Numbers.value(unit.min()));
    };
  }

  /** Which channel is most like one. */
  public static String closest(UnitFindings findings, int channel) {
    Optional<Correlations.Partner> partner = partner(findings, channel);
    return partner
        .map(
            p -> {
              String r = String.format(Locale.ROOT, "%.2f", p.r()).replace('-', '\u2212');
              return Text.of("units.closest", p.other(), r);
            })
        .orElseGet(() -> Text.of("units.alone"));
  }

  /** The channel that is most like one; empty where none is. */
  public static Optional<Correlations.Partner> partner(UnitFindings findings, int channel) {
    return findings.units().correlations().closestTo(channel);
  }

  /** The places where a channel is greatest; none where it is the same everywhere. */
  public static List<Excitation> places(UnitFindings findings, int channel) {
    ChannelUnit unit = findings.units().channels().get(channel);
    return unit.state() == ChannelState.CONSTANT ? List.of() : unit.top();
  }

  /** Of one place. */
  public static String place(Excitation place) {
    String label = place.picture().label();
    String name = place.picture().name();
    return Text.of(
        "units.place",
        label.isEmpty() ? name : Text.of("strip.labelled", name, label),
        Numbers.value(place.value()),
        place.row(),
        place.column());
  }
}
