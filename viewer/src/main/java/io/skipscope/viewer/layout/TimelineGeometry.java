package io.skipscope.viewer.layout;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a timeline has its rows, one a device, and its axis beneath them, in logical pixels.
 *
 * @param rows at least one
 * @param endMillis what the right edge stands for; the left edge of the rows stands for 0
 * @param width of everything, the words before the rows included
 * @param line height of a line of text
 * @param wordsWidth of the words before the rows
 */
public record TimelineGeometry(
    int rows, double endMillis, double width, double line, double wordsWidth) {
  private static final double[] STEPS = {1, 2, 5};
  private static final double LEAST_BAR = 1;

  public TimelineGeometry {
    endMillis = endMillis > 0 ? endMillis : 1;
  }

  private double rowHeight() {
    return Math.rint(1.9 * line);
  }

  private double top() {
    return Math.rint(0.3 * line);
  }

  /** Right of the last bar there is room for half of the axis's last number. */
  private double scale() {
    return Math.max(1, width - wordsWidth - 2 * line) / endMillis;
  }

  public double height() {
    return axis() + Math.rint(1.6 * line);
  }

  /** The y of the axis. */
  public double axis() {
    return top() + rows * rowHeight();
  }

  public double x(double millis) {
    return wordsWidth + millis * scale();
  }

  /** A row with the words before it. */
  public Rectangle2D row(int row) {
    return new Rectangle2D.Double(0, top() + row * rowHeight(), width, rowHeight());
  }

  /** A bar; the shortest one can still be seen. */
  public Rectangle2D bar(int row, double startMillis, double endMillis) {
    Rectangle2D area = row(row);
    double left = x(startMillis);
    return new Rectangle2D.Double(
        left, area.getY() + 3, Math.max(LEAST_BAR, x(endMillis) - left), area.getHeight() - 6);
  }

  /** Times that the axis names, from 0 on, far enough from each other for their numbers. */
  public List<Double> ticks() {
    double step = step(4 * line / scale());
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= endMillis * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** The least 1, 2 or 5 times a power of ten that is not below a length. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double digit : STEPS) {
      if (digit * power >= least) {
        return digit * power;
      }
    }
    return 10 * power;
  }
}
