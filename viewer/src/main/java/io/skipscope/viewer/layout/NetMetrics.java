package io.skipscope.viewer.layout;

/**
 * The distances of the drawn network, in logical pixels.
 *
 * @param line height of a line of text
 * @param width of the whole drawing
 */
public record NetMetrics(double line, double width) {
  /** Where the trunk runs. */
  public double trunkX() {
    return Math.rint(1.2 * line);
  }

  /** Where F's bars begin. */
  public double branchX() {
    return trunkX() + Math.rint(1.5 * line);
  }

  /** Of F's widest bar. */
  public double branchWidth() {
    return Math.rint(3.6 * line);
  }

  /** Where the words begin. */
  public double textX() {
    return branchX() + branchWidth() + Math.rint(0.9 * line);
  }

  /** Of a box of a network that is no chain. */
  double boxWidth() {
    return Math.rint(10.5 * line);
  }

  double boxHeight() {
    return Math.rint(2.7 * line);
  }

  double headingHeight() {
    return Math.rint(1.9 * line);
  }

  double operatorHeight() {
    return Math.rint(1.6 * line);
  }

  double blockHeight() {
    return Math.rint(5.4 * line);
  }

  /** Of the words about a block; its operators, where they are shown, stand beneath. */
  double wordsHeight() {
    return Math.rint(5.6 * line);
  }

  /** Of a bar of F where its operators are shown. */
  double stepHeight() {
    return Math.rint(1.35 * line);
  }

  /** From a block's top to its first bar, and from the last bar to its bottom. */
  public double blockPad() {
    return Math.rint(1.1 * line);
  }
}
