package io.skipscope.viewer.render;

import io.skipscope.schedule.PlanKind;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the window says of a network that was spread over several devices. */
public final class SpreadWords {
  private SpreadWords() {}

  /** The plan, with its predicted and measured time. */
  public static String title(Spread spread) {
    return Text.of(
        "spread.title",
        plan(spread),
        Text.of(spread.goal()),
        millis(spread.predictedMillis()),
        millis(spread.measuredMillis()),
        spread.frames(),
        spread.bytesMoved() == 0
            ? Text.of("spread.nothingMoved")
            : Text.of("spread.moved", Numbers.count(spread.bytesMoved())));
  }

  /** The plan, and why it is one device if the user left that open. */
  private static String plan(Spread spread) {
    boolean alone = spread.plan() == PlanKind.SINGLE && spread.choice().plan() == null;
    return alone ? Text.of("spread.alone") : Text.of(spread.plan());
  }

  /** Which device does what, and which were set aside. */
  public static String devices(Spread spread) {
    String working =
        spread.devices().stream()
            .map(device -> Text.of("spread.device", device, work(spread, device)))
            .collect(Collectors.joining(Text.of("spread.and")));
    return spread.setAside().isEmpty()
        ? working
        : Text.of("spread.setAside", working, String.join(" ", spread.setAside()));
  }

  /** The ranges of blocks that a device ran, each once. */
  private static String work(Spread spread, String device) {
    int row = spread.devices().indexOf(device);
    List<String> ranges =
        spread.bars().stream()
            .filter(bar -> bar.row() == row)
            .map(Spread.Bar::what)
            .distinct()
            .toList();
    long frames =
        spread.bars().stream()
            .filter(bar -> bar.row() == row)
            .mapToInt(Spread.Bar::frame)
            .distinct()
            .count();
    String words = String.join(Text.of("spread.then"), ranges);
    return Text.of("spread.work", words, frames);
  }

  /** Of one bar. */
  public static String bar(Spread spread, Spread.Bar bar) {
    return Text.of(
        "spread.bar",
        spread.devices().get(bar.row()),
        bar.frame(),
        bar.what(),
        millis(bar.endMillis() - bar.startMillis()),
        millis(bar.startMillis()));
  }

  /** Of one frame on its way to another device. */
  public static String handover(Spread spread, Spread.Handover handover) {
    return Text.of(
        "spread.handover",
        handover.frame(),
        spread.devices().get(handover.fromRow()),
        spread.devices().get(handover.toRow()),
        Numbers.count(handover.sizeBytes()),
        millis(handover.endMillis() - handover.startMillis()));
  }

  /** What may stand on a bar, the longest first. */
  static List<String> onBar(Spread.Bar bar) {
    return List.of(Text.of("spread.onBar", bar.frame(), bar.what()), String.valueOf(bar.frame()));
  }

  /**
   * What may stand on a block, the longest first: each device's id, with its share where it has not
   * the whole block, or only the shares.
   */
  static List<List<String>> owners(Spread spread, List<Spread.Share> shares) {
    List<String> ids = shares.stream().map(share -> owner(spread, share)).toList();
    return shares.size() == 1
        ? List.of(ids)
        : List.of(ids, shares.stream().map(share -> Numbers.wholePercent(share.part())).toList());
  }

  private static String owner(Spread spread, Spread.Share share) {
    String device = spread.devices().get(share.row());
    return share.part() == 1
        ? device
        : Text.of("spread.share", device, Numbers.wholePercent(share.part()));
  }

  /** What is said of a block, and who does it where that is known; the spread may be null. */
  public static String withOwner(String said, Spread spread, String block) {
    return spread == null || spread.sharesOf(block).isEmpty()
        ? said
        : Text.of(
            "spread.owned", said, String.join(" ", owners(spread, spread.sharesOf(block)).get(0)));
  }

  private static String millis(double millis) {
    return Numbers.time(Math.round(millis * 1e6));
  }

  /** A number of the axis, with as many decimals as tell it from the next one. */
  static String tick(double millis, List<Double> ticks) {
    double step = ticks.size() > 1 ? ticks.get(1) : 1;
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%." + decimals + "f ms", millis);
  }
}
