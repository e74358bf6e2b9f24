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
  private static final double MIN_TILE = 84;

  /** Distances that suit a line of text of this height. */
  public static CardMetrics forLineHeight(double lineHeight) {
    return new CardMetrics(
        lineHeight,
        2 * lineHeight + 8,
        Math.rint(1.9 * lineHeight),
        Math.rint(3.4 * lineHeight),
        lineHeight);
  }

  /** The least width at which the tiles of a plan can still be told apart. */
  public double minWidth(CardPlan plan) {
    return 2 * margin
        + plan.columnCount() * (MIN_TILE + gutter)
        + (plan.block().hasShortcut() ? plusGutter - gutter : 0);
  }

  /** The least height likewise. */
  public double minHeight(CardPlan plan) {
    return 2 * margin + (plan.branchRows() + 1) * (titleHeight + MIN_TILE + rowGap);
  }
}
