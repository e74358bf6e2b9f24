package io.skipscope.viewer.render;

import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.text.Text;
import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints two runs beside each other: their pictures, and a map of each with the difference. */
public final class SidesPainter {
  private static final double MARGIN = 12;
  private static final double GAP = 8;
  private static final double GROUP_GAP = 28;
  private static final int CELLS = 5;
  private static final double LINES = 6;
  private static final double LEAST_LINES = 3;

  private final Palette palette;
  private final SidesScene scene;
  private final BufferedImage nowSeen;
  private final BufferedImage keptSeen;
  private final List<SidesScene.Side> sides;

  /** Makes the pictures, so that painting only copies them. */
  public SidesPainter(SidesScene scene, Palette palette) {
    this.palette = palette;
    this.scene = scene;
    nowSeen = scene.pair().now().seen().toBufferedImage();
    keptSeen = scene.pair().kept().seen().toBufferedImage();
    sides = scene.sides();
  }

  /** Whether it shows this. */
  public boolean shows(SidesScene other, Palette colours) {
    return scene.pair() == other.pair() && scene.equals(other) && palette.equals(colours);
  }

  /**
   * What it takes, in logical pixels: less where there is less, down to small pictures.
   *
   * @param line height of a line of text
   * @param room that there is
   */
  public static double height(double line, double room) {
    return Math.max(around(line) + LEAST_LINES * line, Math.min(around(line) + LINES * line, room));
  }

  /** Of all but the pictures. */
  private static double around(double line) {
    return 2 * line + 3 * GAP;
  }

  /**
   * @param width that there is, in logical pixels; {@code height} likewise
   * @param pointer null while the mouse is on no map
   */
  public void paint(Graphics2D g, double width, double height, Pointer pointer) {
    double line = g.getFontMetrics(palette.font()).getHeight();
    double across = (width - 2 * MARGIN - GROUP_GAP - 3 * GAP) / CELLS;
    String now = input(ComparedSide.NOW, scene.pair().now());
    String kept = input(ComparedSide.KEPT, scene.pair().kept());
    FontMetrics font = g.getFontMetrics(palette.small());
    SideColumns columns =
        SideColumns.of(Math.max(1, height - around(line)), across, font, now, kept);
    heading(g, Text.of("compare.inputs"), MARGIN, 2 * columns.width() + GAP);
    double x = picture(g, nowSeen, MARGIN, columns, now);
    x = picture(g, keptSeen, x, columns, kept);
    maps(g, x + GROUP_GAP - GAP, width, columns, pointer);
  }

  private void maps(Graphics2D g, double left, double width, SideColumns columns, Pointer pointer) {
    String value = Text.of("compare.map", scene.tap(), scene.shownChannel());
    heading(g, value, left, width - MARGIN - left);
    double x = left;
    for (SidesScene.Side side : sides) {
      double next = picture(g, side.picture(), x, columns, words(side, pointer));
      if (isAt(pointer)) {
        mark(g, side.picture(), x, columns.cell(), pointer);
      }
      x = next;
    }
    if (sides.isEmpty()) {
      g.setFont(palette.small());
      g.setColor(palette.secondaryText());
      Labels.paragraph(g, Text.of("compare.tile"), left, top(g), 3 * columns.width() + 2 * GAP);
    }
  }

  private static String input(ComparedSide side, BlockRun run) {
    return Text.of("compare.side", Text.of(side), run.seen().name());
  }

  private boolean isAt(Pointer pointer) {
    return pointer != null && pointer.tap().equals(scene.tap());
  }

  /** The side's name, and its number at the pointer, in fewer and fewer letters. */
  private String[] words(SidesScene.Side side, Pointer pointer) {
    return isAt(pointer)
        ? SideColumns.words(side.side(), Numbers.value(side.number(scene.shownChannel(), pointer)))
        : SideColumns.words(side.side());
  }

  private void heading(Graphics2D g, String words, double x, double width) {
    g.setFont(palette.bold());
    g.setColor(palette.text());
    FontMetrics font = g.getFontMetrics();
    g.drawString(Labels.clip(words, font, width), (float) x, (float) (GAP + font.getAscent()));
  }

  private double top(Graphics2D g) {
    return GAP + g.getFontMetrics(palette.bold()).getHeight() + GAP / 2;
  }

  /**
   * A picture as large as fits, with words beneath; returns where the next one begins.
   *
   * @param words that say the same, in fewer and fewer letters
   */
  private double picture(
      Graphics2D g, BufferedImage picture, double x, SideColumns columns, String... words) {
    Rectangle2D area = fitted(picture, x, top(g), columns.cell());
    boolean smaller = area.getWidth() < picture.getWidth();
    ScaledPicture.draw(g, picture, area, smaller);
    g.setFont(palette.small());
    g.setColor(palette.secondaryText());
    FontMetrics font = g.getFontMetrics();
    double baseline = top(g) + columns.cell() + 2 + font.getAscent();
    g.drawString(Labels.fitting(font, columns.width(), words), (float) x, (float) baseline);
    return x + columns.width() + GAP;
  }

  private static Rectangle2D fitted(BufferedImage picture, double x, double top, double cell) {
    double scale = cell / Math.max(picture.getWidth(), picture.getHeight());
    return new Rectangle2D.Double(
        Math.rint(x),
        Math.rint(top),
        Math.max(1, Math.rint(scale * picture.getWidth())),
        Math.max(1, Math.rint(scale * picture.getHeight())));
  }

  private void mark(Graphics2D g, BufferedImage picture, double x, double cell, Pointer pointer) {
    Rectangle2D area = fitted(picture, x, top(g), cell);
    double width = area.getWidth() / picture.getWidth();
    double height = area.getHeight() / picture.getHeight();
    double side = Math.max(4, width);
    double left = area.getX() + (pointer.column(picture.getWidth()) + 0.5) * width - side / 2;
    double above = area.getY() + (pointer.row(picture.getHeight()) + 0.5) * height - side / 2;
    g.setColor(palette.highlight());
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Rectangle2D.Double(left, above, side, Math.max(4, height)));
  }

  /**
   * All of it, to be spoken.
   *
   * @param pointer null while the mouse is on no map
   */
  public String spoken(Pointer pointer) {
    StringBuilder spoken =
        new StringBuilder(Text.of("compare.map", scene.tap(), scene.shownChannel()));
    for (SidesScene.Side side : sides) {
      spoken.append(". ").append(words(side, pointer)[0]);
    }
    return spoken.toString();
  }
}
