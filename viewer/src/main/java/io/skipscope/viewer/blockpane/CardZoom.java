package io.skipscope.viewer.blockpane;

/** How much larger than the window the card is drawn; 1 fits it into the window. */
final class CardZoom {
  private static final double STEP = 1.25;
  private static final double MAX = 6;

  private double factor = 1;

  double factor() {
    return factor;
  }

  void in() {
    factor = Math.min(MAX, factor * STEP);
  }

  void out() {
    factor = Math.max(1, factor / STEP);
  }
}
