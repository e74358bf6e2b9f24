package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.TimelineGeometry;
import io.skipscope.viewer.state.Spread;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * All that a picture of a timeline depends on.
 *
 * @param current index of the bar that keys are at; -1 for none
 */
public record TimelineScene(TimelineGeometry geometry, Spread spread, int current) {
  private static final double NEAR = 3;

  public Rectangle2D area(Spread.Bar bar) {
    return geometry.bar(bar.row(), bar.startMillis(), bar.endMillis());
  }

  /** From the end of one bar to the start of the next, each at the side that faces the other. */
  Line2D line(Spread.Handover handover) {
    Rectangle2D from = geometry.bar(handover.fromRow(), 0, 0);
    Rectangle2D to = geometry.bar(handover.toRow(), 0, 0);
    boolean down = handover.toRow() > handover.fromRow();
    return new Line2D.Double(
        geometry.x(handover.startMillis()),
        down ? from.getMaxY() : from.getY(),
        geometry.x(handover.endMillis()),
        down ? to.getY() : to.getMaxY());
  }

  /** The bar at a point, of those that overlap the one that began last. */
  public Optional<Spread.Bar> barAt(double x, double y) {
    List<Spread.Bar> bars = spread.bars();
    for (int i = bars.size() - 1; i >= 0; i--) {
      if (area(bars.get(i)).contains(x, y)) {
        return Optional.of(bars.get(i));
      }
    }
    return Optional.empty();
  }

  private Optional<Spread.Handover> handoverAt(double x, double y) {
    return spread.handovers().stream()
        .filter(handover -> line(handover).ptSegDist(new Point2D.Double(x, y)) <= NEAR)
        .findFirst();
  }

  /** What is to be said of what is at a point. */
  public Optional<String> words(double x, double y) {
    return barAt(x, y)
        .map(bar -> SpreadWords.bar(spread, bar))
        .or(() -> handoverAt(x, y).map(handover -> SpreadWords.handover(spread, handover)));
  }
}
