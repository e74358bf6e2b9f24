package io.skipscope.viewer.render;

import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Tile;
import io.skipscope.viewer.text.Text;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Writes what a tile shows, and draws a bar as wide as the value has channels. */
final class TitlePainter {
  private static final double BAR_HEIGHT = 3;
  private static final int GAP = 6;
  private static final int LEAST_DETAIL = 48;

  private final Graphics2D g;
  private final Palette palette;
  private final CardScene scene;
  private final StepWords words;

  TitlePainter(Graphics2D g, Palette palette, CardScene scene) {
    this.g = g;
    this.palette = palette;
    this.scene = scene;
    words = new StepWords(scene.run().model().graph(), scene.run().plan());
  }

  void paint(Tile tile) {
    Rectangle2D area = tile.title();
    g.setFont(palette.small());
    FontMetrics small = g.getFontMetrics();
    String shape =
        Labels.fitting(
            small,
            area.getWidth(),
            StepWords.shape(tile.step().shape()),
            StepWords.briefShape(tile.step().shape()),
            StepWords.briefestShape(tile.step().shape()));
    String full = words.title(tile.step());
    // A long title is smaller rather than cut.
    g.setFont(Labels.fontOfLine(g, area.getWidth(), full, palette.bold(), palette.smallBold()));
    FontMetrics bold = g.getFontMetrics();
    String title = Labels.fitting(bold, area.getWidth(), words.titles(tile.step()));
    float line1 = (float) area.getY() + bold.getAscent();
    float line2 = (float) (area.getMaxY() - BAR_HEIGHT - 4 - small.getDescent());
    int shapeWidth = small.stringWidth(shape) + GAP;
    boolean oneLine = bold.stringWidth(title) + shapeWidth <= area.getWidth();
    g.setColor(palette.text());
    g.drawString(title, (float) area.getX(), line1);
    g.setFont(palette.small());
    boolean pointed = !Float.isNaN(scene.valueUnderPointer(tile));
    String[] details = details(tile);
    // The number under the pointer says more than the shape, which is back when the pointer leaves.
    double beside = area.getWidth() - shapeWidth;
    boolean whole = oneLine || pointed && small.stringWidth(details[0]) > beside;
    double width = whole ? area.getWidth() : beside;
    g.setColor(pointed ? palette.text() : palette.secondaryText());
    if (width >= LEAST_DETAIL) {
      g.drawString(Labels.fitting(small, width, details), (float) area.getX(), line2);
    }
    if (oneLine || !whole) {
      g.setColor(palette.secondaryText());
      float shapeX = (float) (area.getMaxX() - small.stringWidth(shape));
      g.drawString(shape, shapeX, oneLine ? line1 : line2);
    }
    bar(tile.step(), area);
  }

  /** What stands beneath the title, in fewer and fewer words. */
  private String[] details(Tile tile) {
    float value = scene.valueUnderPointer(tile);
    return Float.isNaN(value)
        ? new String[] {
          words.detail(tile.step()), words.unnamed(tile.step()), words.brief(tile.step())
        }
        : new String[] {Text.of("card.value", Numbers.value(value)), Numbers.value(value)};
  }

  private void bar(Step step, Rectangle2D area) {
    double y = area.getMaxY() - BAR_HEIGHT - 1;
    double share = step.channels() / (double) scene.run().plan().widestChannels();
    g.setColor(palette.tile());
    g.fill(new Rectangle2D.Double(area.getX(), y, area.getWidth(), BAR_HEIGHT));
    g.setColor(palette.branch());
    g.fill(new Rectangle2D.Double(area.getX(), y, area.getWidth() * share, BAR_HEIGHT));
  }
}
