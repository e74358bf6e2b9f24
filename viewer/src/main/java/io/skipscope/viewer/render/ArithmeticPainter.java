package io.skipscope.viewer.render;

import io.skipscope.lab.Arithmetic;
import io.skipscope.lab.Patch;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.text.Text;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Paints how a number comes about: its place, the arithmetic in words, and the largest terms. */
public final class ArithmeticPainter {
  private static final double MARGIN = 12;
  private static final double GAP = 14;
  private static final double COLUMN_GAP = 32;
  private static final double REST_WIDTH = 90;
  private static final double LINES = 8.5;
  private static final double BROKEN_LINES = 10.5;

  /** How many lines of text fit across a pane that has room for the words in one line each. */
  private static final double WHOLE_WIDTH = 36;

  private final Graphics2D g;
  private final Palette palette;
  private final Rectangle2D area;

  /**
   * @param area all that there is
   */
  public ArithmeticPainter(Graphics2D g, Palette palette, Rectangle2D area) {
    this.g = g;
    this.palette = palette;
    this.area =
        new Rectangle2D.Double(
            area.getX() + MARGIN,
            area.getY() + MARGIN / 2,
            area.getWidth() - 2 * MARGIN,
            area.getHeight() - MARGIN);
  }

  /**
   * What it takes, in logical pixels: more where place and arithmetic are broken into two lines.
   *
   * @param line height of a line of text
   * @param width that there is; 0 as long as it is not known
   */
  public static double height(double line, double width) {
    return (width > 0 && width < WHOLE_WIDTH * line ? BROKEN_LINES : LINES) * line;
  }

  /** Says how to choose a number. */
  public void hint() {
    g.setFont(palette.font());
    g.setColor(palette.secondaryText());
    Labels.paragraph(g, Text.of("number.hint"), area.getX(), area.getY(), area.getWidth());
  }

  public void paint(PointedNumber number) {
    double y = line(palette.bold(), palette.text(), ArithmeticWords.heading(number), area.getY());
    Optional<Arithmetic> found = number.arithmetic();
    if (found.isEmpty()) {
      line(palette.font(), palette.secondaryText(), ArithmeticWords.reason(number), y + 2);
      return;
    }
    Arithmetic arithmetic = found.get();
    String words = ArithmeticWords.equation(arithmetic, number.number());
    y = line(palette.font(), palette.text(), words, y + 2);
    terms(strongestFirst(arithmetic), y + 6);
  }

  /** Broken where it is too long; returns where it ends. */
  private double line(Font font, Color colour, String text, double top) {
    g.setFont(font);
    g.setColor(colour);
    return Labels.paragraph(g, text, area.getX(), top, area.getWidth());
  }

  private static List<Patch> strongestFirst(Arithmetic arithmetic) {
    return arithmetic.patches().stream()
        .sorted(Comparator.comparingDouble((Patch patch) -> -Math.abs(patch.sum())))
        .toList();
  }

  /** As many terms as there is room for, and what the others add. */
  private void terms(List<Patch> patches, double top) {
    double height = area.getMaxY() - top;
    PatchPainter painter = new PatchPainter(g, palette, height);
    Patch first = patches.get(0);
    boolean single = PatchPainter.isSingle(first);
    int perColumn = single ? Math.max(1, (int) (height / g.getFontMetrics().getHeight())) : 1;
    double widest = single ? columns(patches).width() + COLUMN_GAP : painter.width(first) + GAP;
    int room = (int) ((area.getWidth() + GAP) / widest) * perColumn;
    int besideRest = single ? room - 1 : (int) ((area.getWidth() - REST_WIDTH) / widest);
    int shown = patches.size() <= room ? patches.size() : Math.max(1, besideRest);
    ProductColumns columns = columns(patches.subList(0, shown));
    double width = single ? columns.width() + COLUMN_GAP : widest;
    for (int i = 0; i < shown; i++) {
      double x = area.getX() + i / perColumn * width;
      if (single) {
        columns.paint(patches.get(i), x, top + i % perColumn * g.getFontMetrics().getHeight());
      } else {
        painter.paint(patches.get(i), x, top);
      }
    }
    if (shown < patches.size()) {
      List<Patch> others = patches.subList(shown, patches.size());
      double x = area.getX() + shown / perColumn * width;
      if (area.getMaxX() - x >= REST_WIDTH) {
        rest(others, x, top + shown % perColumn * g.getFontMetrics().getHeight());
      } else {
        rest(others, area.getX(), top + painter.height(first));
      }
    }
  }

  private ProductColumns columns(List<Patch> patches) {
    return new ProductColumns(g, palette, patches);
  }

  private void rest(List<Patch> others, double x, double top) {
    double sum = others.stream().mapToDouble(Patch::sum).sum();
    g.setFont(palette.small());
    g.setColor(palette.secondaryText());
    Labels.paragraph(
        g, Text.of("number.rest", others.size(), Numbers.value(sum)), x, top, area.getMaxX() - x);
  }
}
