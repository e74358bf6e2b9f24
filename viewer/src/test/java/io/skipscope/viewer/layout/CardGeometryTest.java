package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Graph;
import io.skipscope.viewer.Nets;
import io.skipscope.viewer.layout.Step.Role;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardGeometryTest {
  private static final CardMetrics METRICS = CardMetrics.forLineHeight(16);

  private static CardGeometry geometry(Graph net, int block) {
    return geometry(net, block, 1000);
  }

  private static CardGeometry geometry(Graph net, int block, double width) {
    return geometry(net, block, width, 800);
  }

  private static CardGeometry geometry(Graph net, int block, double width, double height) {
    return CardGeometry.arrange(plan(net, block), METRICS, width, height);
  }

  private static CardPlan plan(Graph net, int block) {
    return CardPlan.of(net, net.blocks().get(block));
  }

  private static Point2D end(Wire wire) {
    return wire.points().get(wire.points().size() - 1);
  }

  @Test
  void trunkIsOneStraightLineFromXToTheOutput() {
    CardGeometry card = geometry(Nets.resNet20(), 3);
    List<Wire> trunk = card.wires().stream().filter(w -> w.kind() == Wire.Kind.TRUNK).toList();
    assertEquals(4, trunk.size());
    for (Wire wire : trunk) {
      wire.points().forEach(p -> assertEquals(card.plus().getY(), p.getY()));
    }
    assertEquals(
        card.tile(Role.INPUT).orElseThrow().body().getMaxX(), trunk.get(0).points().get(0).getX());
    assertEquals(card.tile(Role.OUTPUT).orElseThrow().body().getMinX(), end(trunk.get(3)).getX());
  }

  @Test
  void branchLeavesTheTrunkAndEndsInThePlus() {
    CardGeometry card = geometry(Nets.resNet20(), 0);
    List<Wire> branch = card.wires().stream().filter(w -> w.kind() == Wire.Kind.BRANCH).toList();
    assertEquals(card.fork(), branch.get(0).points().get(0));
    Point2D end = end(branch.get(branch.size() - 1));
    assertEquals(card.plus().getX(), end.getX());
    assertEquals(card.plus().getY() - card.plusRadius(), end.getY());
  }

  @Test
  void tilesAreInsideTheAreaAndApart() {
    CardGeometry card = geometry(Nets.mobileNetV2(), 2);
    assertInsideAndApart(card, 1000);
    assertNotNull(card.linearNote());
    assertTrue(card.tiles().stream().noneMatch(t -> t.body().intersects(card.linearNote())));
  }

  private static void assertInsideAndApart(CardGeometry card, double width) {
    Rectangle2D area = new Rectangle2D.Double(0, 0, width, 800);
    for (Tile tile : card.tiles()) {
      assertTrue(area.contains(tile.body()) && area.contains(tile.title()));
      for (Tile other : card.tiles()) {
        assertTrue(tile == other || !tile.body().intersects(other.body()));
        assertFalse(tile.body().intersects(other.title()));
      }
    }
  }

  @Test
  void narrowCardsGiveUpGuttersFirstAndThenTheSizeOfTiles() {
    Graph net = Nets.resNet20();
    double least = METRICS.minWidth(plan(net, 0));
    CardGeometry wide = geometry(net, 0, 2 * least);
    CardGeometry narrow = geometry(net, 0, 1.4 * least);
    CardGeometry narrowest = geometry(net, 0, least);
    assertEquals(METRICS.gutter(), gutter(wide));
    assertTrue(gutter(narrow) < gutter(wide));
    assertTrue(gutter(narrowest) < gutter(narrow));
    assertTrue(gutter(narrowest) >= METRICS.gutter() / 2, "an arrow has room");
    assertTrue(tileWidth(narrowest) < tileWidth(narrow));
    assertInsideAndApart(narrow, 1.4 * least);
    assertInsideAndApart(narrowest, least);
    assertTrue(narrowest.plusRadius() < wide.plusRadius());
  }

  @Test
  void lowCardsGiveUpGapsFirstAndThenTheSizeOfTiles() {
    Graph net = Nets.resNet20();
    double least = METRICS.minHeight(plan(net, 0));
    CardGeometry high = geometry(net, 0, 1000, 2 * least);
    CardGeometry low = geometry(net, 0, 1000, 1.2 * least);
    CardGeometry lowest = geometry(net, 0, 1000, least);
    assertEquals(METRICS.rowGap(), rowGap(high));
    assertTrue(rowGap(low) < rowGap(high));
    assertTrue(rowGap(lowest) >= METRICS.rowGap() / 2, "an arrow has room");
    assertTrue(tileHeight(lowest) < tileHeight(low));
    assertInsideAndApart(low, 1000);
    assertInsideAndApart(lowest, 1000);
  }

  /** Between the first two steps of F. */
  private static double rowGap(CardGeometry card) {
    List<Tile> branch =
        card.tiles().stream().filter(t -> t.step().role() == Role.BRANCH).limit(2).toList();
    return branch.get(1).title().getMinY() - branch.get(0).body().getMaxY();
  }

  private static double tileHeight(CardGeometry card) {
    return card.tile(Role.INPUT).orElseThrow().body().getHeight();
  }

  @Test
  void wordsInTheCornersKeepClearOfWiresAndTheEdge() {
    CardGeometry card = geometry(Nets.resNet20(), 0, METRICS.minWidth(plan(Nets.resNet20(), 0)));
    assertTrue(card.info().getMaxX() < card.fork().getX());
    assertTrue(card.info().getMaxX() > card.tile(Role.INPUT).orElseThrow().body().getMaxX());
    assertTrue(card.legend().getMinX() > card.plus().getX());
    assertTrue(card.legend().getMaxX() < METRICS.minWidth(plan(Nets.resNet20(), 0)));
  }

  /** Between x and F's first step. */
  private static double gutter(CardGeometry card) {
    Tile first =
        card.tiles().stream().filter(t -> t.step().column() == 1).findFirst().orElseThrow();
    return first.body().getMinX() - card.tile(Role.INPUT).orElseThrow().body().getMaxX();
  }

  private static double tileWidth(CardGeometry card) {
    return card.tile(Role.INPUT).orElseThrow().body().getWidth();
  }

  @Test
  void largerTextInASmallWindowStillHasRoomForABlock() {
    double line = 21;
    double middleOfASmallWindow = 525;
    double heightOfASmallWindow = 568;
    CardMetrics larger = CardMetrics.forLineHeight(line);
    assertTrue(larger.minHeight(plan(Nets.resNet20(), 3)) <= heightOfASmallWindow);
    assertTrue(larger.minWidth(plan(Nets.resNet20(), 3)) <= middleOfASmallWindow);
    assertTrue(larger.minWidth(plan(Nets.mobileNetV2(), 2)) <= middleOfASmallWindow);
  }

  @Test
  void withoutShortcutThereIsNoPlusAndTheNoteTakesItsPlace() {
    CardGeometry card = geometry(Nets.mobileNetV2(), 1);
    assertNull(card.plus());
    assertTrue(card.wires().stream().allMatch(w -> w.kind() == Wire.Kind.BRANCH));
    Rectangle2D output = card.tile(Role.OUTPUT).orElseThrow().body();
    assertEquals(output.getMinX(), end(card.wires().get(card.wires().size() - 1)).getX());
    assertEquals(output.getCenterY(), card.noShortcutNote().getCenterY());
  }
}
