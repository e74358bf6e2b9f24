package io.skipscope.lab;

import io.skipscope.tensor.Shape;

/**
 * Where one number of a value stands, in the first image of a batch.
 *
 * @param value a name of the graph
 * @param channel the number's index where the value has no maps
 * @param row 0 where the value has no maps; {@code column} likewise
 */
public record NumberPlace(String value, int channel, int row, int column) {
  /** The index in the value's data. */
  int index(Shape shape) {
    return shape.rank() == 4 ? (channel * shape.height() + row) * shape.width() + column : channel;
  }
}
