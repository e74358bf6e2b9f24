package io.skipscope.viewer.layout;

/**
 * The distances of the card, in logical pixels.
 *
 * @param titleHeight two lines of text and the width bar above each tile
 * @param gutter between columns, where the wires run
 * @param plusGutter the wider gutter that holds the plus
 * @param rowGap between rows, where an arrow leads to the next step
 */
public record CardMetrics(
    double margin, double titleHeight, double gutter, double plusGutter, double rowGap) {
  private static final double TILE = 84;
  private static final double LEAST_TILE = 56;

  /** What is left of the gutters where there is least room: enough for an arrow. */
  private static final double LEAST_GUTTERS = 0.6;

  /** Distances that suit a line of text of this height. */
  public static CardMetrics forLineHeight(double lineHeight) {
    return new CardMetrics(
        lineHeight,
        2 * lineHeight + 8,
        Math.rint(1.9 * lineHeight),
        Math.rint(3.4 * lineHeight),
        lineHeight);
  }

  /** These distances with gutters that leave the tiles of a plan as much of a width as can be. */
  CardMetrics within(CardPlan plan, double width) {
    double room = width - 2 * margin - plan.columnCount() * TILE;
    double share = Math.max(LEAST_GUTTERS, Math.min(1, room / gutters(plan)));
    return new CardMetrics(margin, titleHeight, share * gutter, share * plusGutter, rowGap);
  }

  /** Of all gutters together. */
  double gutters(CardPlan plan) {
    return (plan.columnCount() - 1) * gutter + extraPlusGutter(plan);
  }

  /** By how much the gutter that holds the plus is wider, if there is one. */
  double extraPlusGutter(CardPlan plan) {
    return plan.block().hasShortcut() ? plusGutter - gutter : 0;
  }

  /** The least width at which the tiles of a plan can still be told apart, however close. */
  public double minWidth(CardPlan plan) {
    return 2 * margin + plan.columnCount() * LEAST_TILE + LEAST_GUTTERS * gutters(plan);
  }

  /** The least height likewise. */
  public double minHeight(CardPlan plan) {
    return 2 * margin + (plan.branchRows() + 1) * (titleHeight + TILE + rowGap);
  }
}
