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

  /** What is left of the gaps where there is least room: enough for an arrow. */
  private static final double LEAST_GAPS = 0.6;

  /** Distances that suit a line of text of this height. */
  public static CardMetrics forLineHeight(double lineHeight) {
    return new CardMetrics(
        lineHeight,
        2 * lineHeight + 8,
        Math.rint(1.9 * lineHeight),
        Math.rint(3.4 * lineHeight),
        lineHeight);
  }

  /** These distances with gaps that leave the tiles of a plan as much of an area as can be. */
  CardMetrics within(CardPlan plan, double width, double height) {
    double across = share(width - 2 * margin - plan.columnCount() * TILE, gutters(plan));
    double down = share(height - 2 * margin - rows(plan) * (titleHeight + TILE), rowGaps(plan));
    return new CardMetrics(
        margin, titleHeight, across * gutter, across * plusGutter, down * rowGap);
  }

  /** Of the usual gaps, where tiles of the usual size leave that much room. */
  private static double share(double room, double gaps) {
    return Math.max(LEAST_GAPS, Math.min(1, room / gaps));
  }

  /** Those of F, and the trunk. */
  static int rows(CardPlan plan) {
    return plan.branchRows() + 1;
  }

  double rowGaps(CardPlan plan) {
    return (rows(plan) - 1) * rowGap;
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
    return 2 * margin + plan.columnCount() * LEAST_TILE + LEAST_GAPS * gutters(plan);
  }

  /** The least height likewise. */
  public double minHeight(CardPlan plan) {
    return 2 * margin + rows(plan) * (titleHeight + LEAST_TILE) + LEAST_GAPS * rowGaps(plan);
  }
}
