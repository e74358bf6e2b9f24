package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.GridGeometry;
import org.junit.jupiter.api.Test;

class MapRasterTest {
  private static final ColorScale GREY = new ColorScale(ColorMap.GREY, 0, 256);
  private static final int GAP = 0xFF112233;

  private static int grey(int level) {
    return 0xFF000000 | 0x010101 * level;
  }

  @Test
  void eachNumberBecomesASquareOfItsColour() {
    Tensor maps = new Tensor(Shape.of(1, 2, 1, 2), new float[] {10, 20, 30, 40});
    GridGeometry grid = new GridGeometry(2, 2, 1, 2, 4, 2, 1);
    int[] row = {
      grey(10), grey(10), grey(20), grey(20), GAP, grey(30), grey(30), grey(40), grey(40)
    };
    int[] pixels = new MapRaster(maps, GREY).paint(grid, 0, GAP);
    assertEquals(18, pixels.length);
    assertArrayEquals(row, java.util.Arrays.copyOfRange(pixels, 0, 9));
    assertArrayEquals(row, java.util.Arrays.copyOfRange(pixels, 9, 18));
  }

  @Test
  void reducedMapShowsTheMeanOfWhatAPixelCovers() {
    Tensor map = new Tensor(Shape.of(1, 1, 2, 4), new float[] {0, 8, 100, 100, 16, 24, 100, 140});
    GridGeometry grid = new GridGeometry(1, 4, 2, 1, 2, 1, 1);
    assertArrayEquals(
        new int[] {grey(12), grey(110)}, new MapRaster(map, GREY).paint(grid, 0, GAP));
  }

  @Test
  void pixelAcrossABorderMixesBothSides() {
    Tensor map = new Tensor(Shape.of(1, 1, 1, 2), new float[] {40, 80});
    GridGeometry grid = new GridGeometry(1, 2, 1, 1, 3, 1, 1);
    assertArrayEquals(
        new int[] {grey(40), grey(60), grey(80)}, new MapRaster(map, GREY).paint(grid, 0, GAP));
  }

  @Test
  void oneChannelAloneCanBePainted() {
    Tensor maps = new Tensor(Shape.of(1, 3, 1, 1), new float[] {1, 2, 3});
    GridGeometry grid = new GridGeometry(1, 1, 1, 1, 1, 1, 1);
    assertArrayEquals(new int[] {grey(3)}, new MapRaster(maps, GREY).paint(grid, 2, GAP));
  }

  @Test
  void nanHasAColourOfItsOwn() {
    Tensor map = new Tensor(Shape.of(1, 1, 1, 1), new float[] {Float.NaN});
    GridGeometry grid = new GridGeometry(1, 1, 1, 1, 1, 1, 1);
    assertArrayEquals(
        new int[] {ColorScale.NAN_ARGB}, new MapRaster(map, GREY).paint(grid, 0, GAP));
  }
}
