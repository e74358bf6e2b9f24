package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Writes the numbers under the pointer beneath the colour scale, each beside its name; those for
 * which there is no room stand above their tiles only.
 */
final class ReadingsPainter {
  private static final double GAP = 4;
  private static final double LINE_GAP = 2;

  /** How many lines of text fit across names and numbers: numbers stay near their names. */
  private static final double MOST_WIDTH = 9.5;

  private final Graphics2D g;
  private final Palette palette;
  private final CardScene scene;
  private final Rectangle2D area;
  private final StepWords words;

  ReadingsPainter(Graphics2D g, Palette palette, CardScene scene) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
    area = scene.geometry().legend();
    words = new StepWords(scene.run().model().graph(), scene.run().plan());
  }

  /** Returns where they end. */
  double paint(double top) {
    g.setFont(palette.small());
    double y = top;
    List<Tile> pointed = scene.geometry().tiles().stream().filter(this::isPointedStep).toList();
    for (Tile tile : pointed) {
      y = reading(y, tile, words.titles(tile.step()));
    }
    for (Role role : new Role[] {Role.RESIDUAL, Role.SHORTCUT, Role.SUM, Role.OUTPUT}) {
      Tile tile = scene.geometry().tile(role).orElse(null);
      if (tile != null && !Float.isNaN(scene.valueUnderPointer(tile))) {
        String name = Text.of("reading." + role);
        y = reading(y, tile, name, Text.of("reading." + role + ".brief"));
      }
    }
    return y + g.getFontMetrics().getDescent();
  }

  /** Whether the pointer is on a tile that is read only then: x or a step of F. */
  private boolean isPointedStep(Tile tile) {
    Role role = tile.step().role();
    return (role == Role.INPUT || role == Role.BRANCH)
        && tile.step().tap().equals(scene.pointer().tap());
  }

  /**
   * Returns the baseline.
   *
   * @param names that say the same, in fewer and fewer letters
   */
  private double reading(double above, Tile tile, String... names) {
    FontMetrics metrics = g.getFontMetrics();
    double baseline = above + metrics.getHeight() + LINE_GAP;
    if (baseline + metrics.getDescent() > area.getMaxY()) {
      return above;
    }
    String number = Numbers.value(scene.valueUnderPointer(tile));
    double width = Math.min(area.getWidth(), MOST_WIDTH * metrics.getHeight());
    double left = width - metrics.stringWidth(number);
    g.setColor(palette.secondaryText());
    g.drawString(Labels.fitting(metrics, left - GAP, names), (float) area.getX(), (float) baseline);
    g.setColor(palette.text());
    g.drawString(number, (float) (area.getX() + left), (float) baseline);
    return baseline;
  }
}
