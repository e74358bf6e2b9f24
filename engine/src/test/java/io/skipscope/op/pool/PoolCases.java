package io.skipscope.op.pool;

import io.skipscope.graph.Node;
import io.skipscope.op.CheckedCase;
import io.skipscope.op.Expected;
import io.skipscope.op.OperatorCase;
import io.skipscope.op.RandomSource;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Random poolings and their results in double precision, found by trying every window and tap. */
final class PoolCases {
  private PoolCases() {}

  static CheckedCase random(String op, long seed) {
    RandomSource random = new RandomSource(seed);
    Shape x = randomMaps(random);
    PoolAttributes attributes = randomAttributes(random, x);
    Node node = new Node("pool", op, List.of("x"), "y", attributes);
    Tensor input = random.tensor(x);
    Expected expected = expected(op, input, attributes);
    return new CheckedCase(
        new OperatorCase(node, Map.of("x", input)),
        Map.of("y", expected),
        op + " of " + x + ", " + attributes);
  }

  static Shape randomMaps(RandomSource random) {
    return Shape.of(
        random.between(1, 5), random.between(1, 7), random.between(1, 13), random.between(1, 13));
  }

  private static PoolAttributes randomAttributes(RandomSource random, Shape x) {
    boolean ceil = random.chance(0.5);
    boolean countPad = random.chance(0.5);
    Axis rows = Axis.random(random, x.height(), ceil);
    Axis columns = Axis.random(random, x.width(), ceil);
    return new PoolAttributes(
        rows.kernel,
        columns.kernel,
        rows.stride,
        columns.stride,
        rows.padBefore,
        columns.padBefore,
        rows.padAfter,
        columns.padAfter,
        rows.dilation,
        columns.dilation,
        ceil,
        countPad);
  }

  private static Expected expected(String op, Tensor x, PoolAttributes a) {
    Shape in = x.shape();
    Axis rows =
        new Axis(in.height(), a.kernelH(), a.strideH(), a.padTop(), a.padBottom(), a.dilationH());
    Axis columns =
        new Axis(in.width(), a.kernelW(), a.strideW(), a.padLeft(), a.padRight(), a.dilationW());
    Shape out =
        Shape.of(
            in.batch(), in.channels(), rows.windows(a.ceilMode()), columns.windows(a.ceilMode()));
    Expected expected = Expected.ofShape(out);
    for (int i = 0; i < out.elementCount(); i++) {
      Window window = new Window(a.countIncludePad());
      int row = i / out.width() % out.height();
      int column = i % out.width();
      int mapStart = i / out.width() / out.height() * in.height() * in.width();
      for (int tap = 0; tap < rows.kernel * columns.kernel; tap++) {
        int y = rows.position(row, tap / columns.kernel);
        int z = columns.position(column, tap % columns.kernel);
        if (rows.isOnMap(y) && columns.isOnMap(z)) {
          window.take(x.data()[mapStart + y * in.width() + z]);
        } else if (rows.isOnPaddedMap(y) && columns.isOnPaddedMap(z)) {
          window.takePadding();
        }
      }
      boolean isMax = op.equals("MaxPool");
      expected.results()[i] = isMax ? window.most : window.sum / window.count;
      expected.scales()[i] = isMax ? 0 : window.magnitude / window.count;
    }
    return expected;
  }

  /** What the taps of one window add up to. */
  private static final class Window {
    private final boolean countPad;
    private double most = Double.NEGATIVE_INFINITY;
    private double sum;
    private double magnitude;
    private int count;

    Window(boolean countPad) {
      this.countPad = countPad;
    }

    void take(double number) {
      most = Math.max(most, number);
      sum += number;
      magnitude += Math.abs(number);
      count++;
    }

    void takePadding() {
      count += countPad ? 1 : 0;
    }
  }

  /** The windows along one axis. */
  private record Axis(
      int extent, int kernel, int stride, int padBefore, int padAfter, int dilation) {
    /** Tries until there is at least one window, and all of them hold a number. */
    static Axis random(RandomSource random, int extent, boolean ceil) {
      while (true) {
        int kernel = random.between(1, 4);
        int dilation = random.chance(0.3) ? random.between(2, 3) : 1;
        int reach = (kernel - 1) * dilation + 1;
        int stride = random.between(1, 3);
        int before = random.chance(0.5) ? 0 : random.between(0, reach - 1);
        int after = random.chance(0.5) ? before : random.between(0, reach - 1);
        Axis axis = new Axis(extent, kernel, stride, before, after, dilation);
        if (axis.windows(ceil) > 0 && axis.holdsNumbers(ceil)) {
          return axis;
        }
      }
    }

    int windows(boolean ceil) {
      int padded = padBefore + extent + padAfter;
      int reach = (kernel - 1) * dilation + 1;
      int count = 0;
      while (count * stride + reach <= padded) {
        count++;
      }
      boolean leftOver = (count - 1) * stride + reach < padded;
      boolean startsInside = count * stride < padBefore + extent;
      return ceil && leftOver && startsInside ? count + 1 : count;
    }

    boolean holdsNumbers(boolean ceil) {
      for (int window = 0; window < windows(ceil); window++) {
        boolean any = false;
        for (int tap = 0; tap < kernel; tap++) {
          any |= isOnMap(position(window, tap));
        }
        if (!any) {
          return false;
        }
      }
      return true;
    }

    int position(int window, int tap) {
      return window * stride - padBefore + tap * dilation;
    }

    boolean isOnMap(int position) {
      return position >= 0 && position < extent;
    }

    boolean isOnPaddedMap(int position) {
      return position >= -padBefore && position < extent + padAfter;
    }
  }
}
