package io.skipscope.run.multi;

import io.skipscope.schedule.Rows;
import io.skipscope.tensor.DataType;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/**
 * A feature map in host memory, in the pieces in which devices computed it. Immutable; any thread.
 *
 * @param shape of the whole map, [batch, channels, height, width]
 * @param pieces hold each row once
 */
record Slabs(Shape shape, List<Piece> pieces) {
  private static final int HEIGHT_AXIS = 2;

  /**
   * Rows that one device has computed.
   *
   * @param device null for what no device computed, such as an input
   * @param rows which they are
   * @param skip rows of {@code numbers} that lie above them, and are not to be used
   */
  record Piece(String device, Rows rows, int skip, Tensor numbers) {}

  Slabs {
    pieces = List.copyOf(pieces);
  }

  /** A map in one piece. */
  static Slabs whole(String device, Tensor numbers) {
    Rows all = new Rows(0, numbers.shape().height());
    return new Slabs(numbers.shape(), List.of(new Piece(device, all, 0, numbers)));
  }

  /** A map whose rows are in several pieces, from its top to its bottom. */
  static Slabs of(List<Piece> pieces) {
    int height = pieces.get(pieces.size() - 1).rows.end();
    return new Slabs(pieces.get(0).numbers.shape().with(HEIGHT_AXIS, height), pieces);
  }

  Rows allRows() {
    return new Rows(0, shape.height());
  }

  /**
   * Some rows of all channels; not a copy if they are a piece.
   *
   * @param memory gives the tensor for a copy by its shape
   */
  Tensor rows(Rows wanted, Function<Shape, Tensor> memory) {
    for (Piece piece : pieces) {
      if (piece.rows.equals(wanted) && wanted.count() == piece.numbers.shape().height()) {
        return piece.numbers;
      }
    }
    Tensor copy = memory.apply(shape.with(HEIGHT_AXIS, wanted.count()));
    pieces.forEach(piece -> copy(piece, wanted, copy));
    return copy;
  }

  private void copy(Piece piece, Rows wanted, Tensor target) {
    Rows common = piece.rows.intersect(wanted);
    int width = shape.width();
    int count = common.count() * width;
    int sourceMap = piece.numbers.shape().height() * width;
    int source = (common.begin() - piece.rows.begin() + piece.skip) * width;
    int targetMap = wanted.count() * width;
    int first = (common.begin() - wanted.begin()) * width;
    for (int map = 0; count > 0 && map < shape.product(0, HEIGHT_AXIS); map++) {
      System.arraycopy(
          piece.numbers.data(),
          source + map * sourceMap,
          target.data(),
          first + map * targetMap,
          count);
    }
  }

  /** Bytes of some rows that another device has computed than the one that asks. */
  long bytesFromOthers(String device, Rows wanted) {
    long rowBytes =
        (long) shape.product(0, HEIGHT_AXIS) * shape.width() * DataType.FLOAT32.sizeBytes();
    return pieces.stream()
            .filter(piece -> piece.device != null && !piece.device.equals(device))
            .mapToLong(piece -> piece.rows.intersect(wanted).count())
            .sum()
        * rowBytes;
  }
}
