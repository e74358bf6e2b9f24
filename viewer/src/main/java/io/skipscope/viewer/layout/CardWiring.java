package io.skipscope.viewer.layout;

import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.layout.Wire.Kind;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Leads the wires of a card: the trunk straight through, F around it. */
final class CardWiring {
  private final CardPlan plan;
  private final List<Tile> tiles;
  private final CardCells cells;
  private final Point2D plus;
  private final double radius;
  private final List<Wire> wires = new ArrayList<>();

  CardWiring(CardPlan plan, List<Tile> tiles, CardCells cells, Point2D plus, double radius) {
    this.plan = plan;
    this.tiles = tiles;
    this.cells = cells;
    this.plus = plus;
    this.radius = radius;
  }

  List<Wire> wires() {
    leadTrunk();
    leadBranch();
    return wires;
  }

  private void leadTrunk() {
    double y = cells.trunkY();
    if (plus == null) {
      return;
    }
    Rectangle2D shortcut = body(Role.SHORTCUT);
    trunk(body(Role.INPUT).getMaxX(), shortcut.getMinX(), y, false);
    trunk(shortcut.getMaxX(), plus.getX() - radius, y, true);
    trunk(plus.getX() + radius, body(Role.SUM).getMinX(), y, false);
    if (plan.step(Role.OUTPUT).isPresent()) {
      trunk(body(Role.SUM).getMaxX(), body(Role.OUTPUT).getMinX(), y, false);
    }
  }

  private void trunk(double fromX, double toX, double y, boolean intoPlus) {
    wires.add(new Wire(Kind.TRUNK, List.of(point(fromX, y), point(toX, y)), intoPlus));
  }

  /** From x up into F's first step, through its steps, and down to the plus or the output. */
  private void leadBranch() {
    List<Tile> branch =
        tiles.stream()
            .filter(t -> t.step().role() == Role.BRANCH || t.step().role() == Role.RESIDUAL)
            .toList();
    if (branch.isEmpty()) {
      return;
    }
    Tile first = branch.get(0);
    double fork = cells.gutterCentre(0);
    double from = plus == null ? body(Role.INPUT).getMaxX() : fork;
    elbow(from, cells.trunkY(), fork, first);
    for (int i = 1; i < branch.size(); i++) {
      join(branch.get(i - 1), branch.get(i));
    }
    Rectangle2D last = branch.get(branch.size() - 1).body();
    double turn = cells.gutterCentre(plan.branchColumns());
    if (plus != null) {
      branch(
          true,
          point(last.getMaxX(), last.getCenterY()),
          point(turn, last.getCenterY()),
          point(turn, plus.getY() - radius));
    } else {
      branch(
          false,
          point(last.getMaxX(), last.getCenterY()),
          point(turn, last.getCenterY()),
          point(turn, cells.trunkY()),
          point(body(Role.OUTPUT).getMinX(), cells.trunkY()));
    }
  }

  private void join(Tile before, Tile after) {
    if (before.step().column() == after.step().column()) {
      double x = before.body().getCenterX();
      branch(false, point(x, before.body().getMaxY()), point(x, after.title().getMinY()));
    } else {
      double turn = cells.gutterCentre(before.step().column());
      elbow(before.body().getMaxX(), before.body().getCenterY(), turn, after);
    }
  }

  private void elbow(double fromX, double fromY, double turnX, Tile to) {
    double toY = to.body().getCenterY();
    branch(
        false,
        point(fromX, fromY),
        point(turnX, fromY),
        point(turnX, toY),
        point(to.body().getMinX(), toY));
  }

  private void branch(boolean intoPlus, Point2D... points) {
    wires.add(new Wire(Kind.BRANCH, List.of(points), intoPlus));
  }

  private Rectangle2D body(Role role) {
    return tiles.stream().filter(t -> t.step().role() == role).findFirst().orElseThrow().body();
  }

  private static Point2D point(double x, double y) {
    return new Point2D.Double(x, y);
  }
}
