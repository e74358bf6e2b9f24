package io.skipscope.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VirtualGridTest {
  private static final int CAPTION = 14;

  @Test
  void mapsKeepTheirProportions() {
    VirtualGrid grid = VirtualGrid.of(4, 14, 7, 100, CAPTION, 500);
    assertEquals(100, grid.cellWidth());
    assertEquals(50, grid.cellHeight());
    assertEquals(4, grid.columns());
    assertEquals(1, grid.rows());
  }

  @Test
  void aNarrowWindowStillHasOneColumn() {
    assertEquals(1, VirtualGrid.of(9, 7, 7, 100, CAPTION, 20).columns());
  }

  @Test
  void rowsOfAMatrixTouchEachOther() {
    VirtualGrid grid = VirtualGrid.matrix(6, 10, 96, 500);
    assertEquals(160, grid.cellWidth());
    assertEquals(16, grid.cellHeight());
    assertEquals(grid.cell(0).getMaxY(), grid.cell(1).getMinY());
    assertEquals(1, grid.placeAt(20, grid.cell(1).getMinY() + 0.5));
    assertEquals(-1, grid.placeAt(20, grid.height() - 1));
    assertEquals(grid.cell(5).getMaxY() + 8, grid.height());
  }

  @Test
  void aWideMatrixFitsIntoTheWindow() {
    VirtualGrid grid = VirtualGrid.matrix(1000, 1280, 96, 800);
    assertEquals(800, grid.width());
    assertEquals(6, grid.cellHeight());
    assertEquals(2 * grid.cellWidth(), VirtualGrid.matrix(1000, 1280, 192, 800).cellWidth());
  }

  @Property(tries = 200)
  void whatIsInViewIsWithinTheRowsThatAreAskedFor(
      @ForAll @IntRange(min = 1, max = 2048) int count,
      @ForAll @IntRange(min = 24, max = 200) int side,
      @ForAll @IntRange(min = 50, max = 1500) int width,
      @ForAll @IntRange(min = 0, max = 60000) int top) {
    VirtualGrid grid = VirtualGrid.of(count, 7, 7, side, CAPTION, width);
    int bottom = top + 600;
    int first = grid.firstBelow(top);
    int end = grid.endAbove(bottom);
    for (int place = 0; place < count; place++) {
      Rectangle2D cell = grid.cell(place);
      boolean seen = cell.getMaxY() + CAPTION > top && cell.getMinY() < bottom;
      assertTrue(!seen || (first <= place && place < end), "place " + place);
    }
    assertTrue(end - first <= grid.columns() * (600 / (side + CAPTION) + 3));
  }

  @Property(tries = 100)
  void eachMapIsFoundAtItsCorners(
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @IntRange(min = 24, max = 200) int side) {
    VirtualGrid grid = VirtualGrid.of(count, 7, 7, side, CAPTION, 640);
    for (int place = 0; place < count; place++) {
      Rectangle2D cell = grid.cell(place);
      assertEquals(place, grid.placeAt(cell.getMinX() + 0.5, cell.getMinY() + 0.5));
      assertEquals(place, grid.placeAt(cell.getMaxX() - 0.5, cell.getMaxY() - 0.5));
      assertEquals(-1, grid.placeAt(cell.getMaxX() + 1, cell.getMinY() + 0.5));
    }
    assertEquals(-1, grid.placeAt(1, 1));
  }
}
