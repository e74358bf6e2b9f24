package io.skipscope.op.pool;

import io.skipscope.device.HostTask;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;

/** Walks the windows of a pooling, one map at a time, and leaves each to a {@link Reducer}. */
final class HostPool implements HostTask {
  /** Makes one number of a window. */
  interface Reducer {
    float reduce(float[] x, Window window);
  }

  /**
   * The taps of one window that fall on the map.
   *
   * @param origin index of the map's first number
   * @param width of the map
   * @param startY row of tap 0, which may be in the padding; {@code startX} likewise
   * @param firstY first tap row on the map; {@code firstX} likewise
   * @param endY one past the last tap row on the map; {@code endX} likewise
   */
  record Window(
      PoolAttributes attributes,
      int origin,
      int width,
      int startY,
      int startX,
      int firstY,
      int endY,
      int firstX,
      int endX) {
    /** Where the number under tap (i, j) lies. */
    int index(int i, int j) {
      int y = startY + i * attributes.dilationH();
      int x = startX + j * attributes.dilationW();
      return origin + y * width + x;
    }
  }

  private final PoolAttributes attributes;
  private final Reducer reducer;
  private final String source;
  private final String target;
  private final Shape x;
  private final Shape y;

  HostPool(NodeContext context, PoolAttributes attributes, Reducer reducer) {
    this.attributes = attributes;
    this.reducer = reducer;
    source = context.node().input(0);
    target = context.node().output();
    x = context.input(0);
    y = context.output();
  }

  @Override
  public void run(Memory memory) {
    float[] input = memory.array(source);
    float[] output = memory.array(target);
    memory.parallelFor(y.product(0, 2), map -> pool(input, output, map));
  }

  private void pool(float[] input, float[] output, int map) {
    int next = map * y.height() * y.width();
    for (int row = 0; row < y.height(); row++) {
      for (int column = 0; column < y.width(); column++) {
        output[next++] = reducer.reduce(input, window(map, row, column));
      }
    }
  }

  private Window window(int map, int row, int column) {
    PoolAttributes a = attributes;
    int startY = row * a.strideH() - a.padTop();
    int startX = column * a.strideW() - a.padLeft();
    return new Window(
        a,
        map * x.height() * x.width(),
        x.width(),
        startY,
        startX,
        PoolGeometry.firstTap(startY, a.dilationH()),
        PoolGeometry.endTap(startY, x.height(), a.kernelH(), a.dilationH()),
        PoolGeometry.firstTap(startX, a.dilationW()),
        PoolGeometry.endTap(startX, x.width(), a.kernelW(), a.dilationW()));
  }
}
