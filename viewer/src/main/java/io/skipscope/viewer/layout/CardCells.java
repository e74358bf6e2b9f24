package io.skipscope.viewer.layout;

import java.awt.geom.Rectangle2D;

/** The columns and rows of a card in logical pixels; all tiles are of one size. */
final class CardCells {
  /** Beside the words in a corner, in logical pixels. */
  private static final double CLEAR = 6;

  private final CardPlan plan;
  private final CardMetrics metrics;
  private final double columnWidth;
  private final double rowHeight;

  CardCells(CardPlan plan, CardMetrics metrics, double width, double height) {
    this.plan = plan;
    this.metrics = metrics;
    int rows = CardMetrics.rows(plan);
    double columns = width - 2 * metrics.margin() - metrics.gutters(plan);
    columnWidth = Math.floor(columns / plan.columnCount());
    double gaps = metrics.rowGaps(plan);
    rowHeight = Math.floor((height - 2 * metrics.margin() - gaps) / rows);
  }

  Tile tile(Step step) {
    Rectangle2D title =
        new Rectangle2D.Double(
            columnX(step.column()), rowY(step.row()), columnWidth, metrics.titleHeight());
    return new Tile(step, title, body(step.column(), step.row()));
  }

  Rectangle2D body(int column, int row) {
    return new Rectangle2D.Double(
        columnX(column),
        rowY(row) + metrics.titleHeight(),
        columnWidth,
        rowHeight - metrics.titleHeight());
  }

  double columnX(int column) {
    double plusBefore = column > plan.branchColumns() ? metrics.extraPlusGutter(plan) : 0;
    return metrics.margin() + column * (columnWidth + metrics.gutter()) + plusBefore;
  }

  private double rowY(int row) {
    return metrics.margin() + row * (rowHeight + metrics.rowGap());
  }

  /** The middle of the gutter to the right of a column. */
  double gutterCentre(int column) {
    return (columnX(column) + columnWidth + columnX(column + 1)) / 2;
  }

  double trunkY() {
    return body(0, plan.branchRows()).getCenterY();
  }

  /** The free area above x, up to the wire that leads to F. */
  Rectangle2D firstCorner() {
    return above(columnX(0), gutterCentre(0) - CLEAR);
  }

  /** The free area above the sum and the output, up to the card's edge. */
  Rectangle2D lastCorner() {
    double right = columnX(plan.columnCount() - 1) + columnWidth + metrics.margin();
    return above(columnX(plan.branchColumns() + 1), right - CLEAR);
  }

  private Rectangle2D above(double left, double right) {
    double height = rowY(plan.branchRows()) - metrics.rowGap() - metrics.margin();
    return new Rectangle2D.Double(left, metrics.margin(), right - left, height);
  }

  /** The tile bodies of some columns on the trunk, as one area. */
  Rectangle2D onTrunk(int fromColumn, int toColumn) {
    return body(fromColumn, plan.branchRows()).createUnion(body(toColumn, plan.branchRows()));
  }
}
