package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridGeometryTest {
  @ParameterizedTest
  @CsvSource({
    "1, 56, 56, 200, 150",
    "16, 32, 32, 140, 130",
    "64, 56, 56, 160, 160",
    "96, 16, 16, 134, 128",
    "2048, 7, 7, 300, 300",
    "8, 5, 9, 90, 400",
    "20, 1, 1, 100, 100"
  })
  void everyMapLiesInsideTheAreaAndIsFoundAgain(
      int channels, int mapWidth, int mapHeight, int width, int height) {
    GridGeometry grid = GridGeometry.fit(channels, mapWidth, mapHeight, width, height, 1);
    assertTrue(grid.width() <= width && grid.height() <= height, grid.toString());
    for (int c = 0; c < channels; c++) {
      double x = grid.cellX(c) + grid.cellWidth() / 2.0;
      double y = grid.cellY(c) + grid.cellHeight() / 2.0;
      assertEquals(c, grid.channelAt(x, y));
      assertEquals(0.5, grid.acrossAt(x), 1e-9);
      assertEquals(0.5, grid.downAt(y), 1e-9);
    }
  }

  @Test
  void smallMapsAreEnlargedByWholeNumbers() {
    GridGeometry grid = GridGeometry.fit(4, 8, 8, 100, 100, 1);
    assertEquals(2, grid.columns());
    assertEquals(48, grid.cellWidth());
    assertEquals(48, grid.cellHeight());
  }

  @Test
  void outsideAndEmptyCellsBelongToNoChannel() {
    GridGeometry grid = new GridGeometry(3, 4, 4, 2, 4, 4, 1);
    assertEquals(-1, grid.channelAt(-1, 0));
    assertEquals(-1, grid.channelAt(0, 9));
    assertEquals(-1, grid.channelAt(7, 7));
    assertEquals(2, grid.channelAt(0, 8));
  }
}
