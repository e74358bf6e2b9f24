package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.GridGeometry;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Cells of 5 to 60 pixels show maps of 60 numbers: means of one, two, three and more of them. */
  @ParameterizedTest
  @ValueSource(ints = {5, 14, 20, 25, 31, 45, 60, 180})
  void everyPixelHasTheColourOfItsMean(int cell) {
    int size = 60;
    Random random = new Random(cell);
    float[] numbers = new float[2 * size * size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 256 * random.nextFloat();
    }
    GridGeometry grid = new GridGeometry(2, size, size, 2, cell, cell, 1);
    int[] pixels =
        new MapRaster(new Tensor(Shape.of(1, 2, size, size), numbers), GREY).paint(grid, 0, GAP);
    for (int y = 0; y < cell; y++) {
      for (int x = 0; x < cell; x++) {
        double mean = mean(numbers, size, cell, x, y);
        int shown = pixels[y * grid.width() + cell + 1 + x] & 255;
        assertEquals(mean, shown + 0.5, 0.5001, "at " + x + ", " + y);
      }
    }
  }

  /** Of what a pixel of the second map covers, in double precision. */
  private static double mean(float[] numbers, int size, int cell, int x, int y) {
    double scale = size / (double) cell;
    double sum = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double area = overlap(row, y * scale, scale) * overlap(column, x * scale, scale);
        sum += area * numbers[size * size + row * size + column];
      }
    }
    return sum / (scale * scale);
  }

  /** How much of a number's place, 1 wide, lies between {@code start} and {@code width} on. */
  private static double overlap(int number, double start, double width) {
    return Math.max(0, Math.min(number + 1, start + width) - Math.max(number, start));
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
