package io.skipscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LayoutTest {
  @Test
  void plainTensorsOfAnyRankTakeFourBytesPerElement() {
    for (int[] extents : new int[][] {{}, {7}, {2, 3}, {2, 3, 4, 5}, {1, 3, 1, 1, 5}}) {
      Shape shape = Shape.of(extents);
      assertEquals(4L * shape.elementCount(), Layout.NCHW.sizeBytes(shape), shape.toString());
    }
  }

  @Test
  void channelBlocksPitchAndHaloAreCounted() {
    Layout blocked = new Layout(Layout.Order.NCHW, 8, 0, 0, DataType.FLOAT16);
    assertEquals(2 * 16 * 3 * 5 * 2, blocked.sizeBytes(Shape.of(2, 9, 3, 5)));
    Layout padded = new Layout(Layout.Order.NCHW, 1, 16, 1, DataType.FLOAT32);
    assertEquals(4 * 5 * 16, padded.sizeBytes(Shape.of(1, 1, 3, 5)));
  }
}
