package io.skipscope.viewer.layout;

import io.skipscope.viewer.layout.Step.Role;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything on the card stands, in logical pixels.
 *
 * <pre>
 *   info |  conv1   conv2  |  legend
 *        |  bn1     bn2    |
 *        |  relu1          |
 *   x ===+==========  s(x) (+)= sum = output      the trunk, a straight line
 * </pre>
 *
 * @param fork where F leaves the trunk; null without a shortcut
 * @param plus the centre of the plus; null without a shortcut
 * @param info the free corner above x
 * @param legend the free corner above the sum and the output
 * @param linearNote the place beneath F's last step where an activation would stand; null if none
 * @param noShortcutNote the place on the trunk that a shortcut would take; null if there is one
 */
public record CardGeometry(
    List<Tile> tiles,
    List<Wire> wires,
    Point2D fork,
    Point2D plus,
    double plusRadius,
    Rectangle2D info,
    Rectangle2D legend,
    Rectangle2D linearNote,
    Rectangle2D noShortcutNote) {
  public CardGeometry {
    tiles = List.copyOf(tiles);
    wires = List.copyOf(wires);
  }

  /**
   * Spreads a plan over an area of this size.
   *
   * @param usual distances where there is room; the gaps are smaller where there is less
   */
  public static CardGeometry arrange(
      CardPlan plan, CardMetrics usual, double width, double height) {
    CardMetrics metrics = usual.within(plan, width, height);
    CardCells cells = new CardCells(plan, metrics, width, height);
    List<Tile> tiles = new ArrayList<>();
    plan.steps().forEach(step -> tiles.add(cells.tile(step)));
    boolean joined = plan.block().hasShortcut();
    Point2D plus =
        joined
            ? new Point2D.Double(cells.gutterCentre(plan.branchColumns()), cells.trunkY())
            : null;
    double radius = Math.rint(metrics.plusGutter() * 0.24);
    return new CardGeometry(
        tiles,
        new CardWiring(plan, tiles, cells, plus, radius).wires(),
        joined ? new Point2D.Double(cells.gutterCentre(0), cells.trunkY()) : null,
        plus,
        radius,
        cells.firstCorner(),
        cells.lastCorner(),
        linearNote(plan, cells),
        joined ? null : cells.onTrunk(1, plan.branchColumns()));
  }

  private static Rectangle2D linearNote(CardPlan plan, CardCells cells) {
    Step end = plan.step(Role.RESIDUAL).orElse(null);
    if (!plan.hasLinearEnd() || end == null || end.row() + 1 >= plan.branchRows()) {
      return null;
    }
    return cells.body(end.column(), end.row() + 1);
  }

  public Optional<Tile> tile(Role role) {
    return tiles.stream().filter(tile -> tile.step().role() == role).findFirst();
  }

  /** The tile whose title is under a point. */
  public Optional<Tile> titleAt(double x, double y) {
    return tiles.stream().filter(tile -> tile.title().contains(x, y)).findFirst();
  }

  /** The tile whose maps are under a point. */
  public Optional<Tile> tileAt(double x, double y) {
    return tiles.stream().filter(tile -> tile.body().contains(x, y)).findFirst();
  }
}
