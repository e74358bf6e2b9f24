package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.lab.MeasuredField;
import io.skipscope.lab.PatchGrid;
import io.skipscope.lab.ReceptiveBox;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldPainterTest {
  private static final int RGB = 0xFFFFFF;

  /** Two patches of 2 x 2 pixels side by side, with changes 0 and 3, and a ring around them. */
  private static MeasuredField field(float ring) {
    PatchGrid grid = new PatchGrid(2, List.of(0, 2, 4, 6), List.of(0, 2, 4, 6, 8));
    float[] change = new float[12];
    Arrays.fill(change, ring);
    change[5] = 0;
    change[6] = 3;
    return new MeasuredField(new ReceptiveBox(2, 2, 4, 6), grid, 1, change, 13);
  }

  @Test
  void patchesOfTheBoxAreColouredAndTheRingIsNot() {
    BufferedImage image = FieldPainter.image(field(0), 6, 8);
    for (int y = 0; y < 6; y++) {
      for (int x = 0; x < 8; x++) {
        boolean box = y >= 2 && y < 4 && x >= 2 && x < 6;
        assertEquals(box, image.getRGB(x, y) >>> 24 != 0, x + ", " + y);
      }
    }
    assertEquals(ColorMap.MAGMA.argb(0) & RGB, image.getRGB(3, 2) & RGB);
    assertEquals(ColorMap.MAGMA.argb(255) & RGB, image.getRGB(4, 3) & RGB);
  }

  @Test
  void onlyWhatChangesByMoreThanOutsideOfTheBoxIsReached() {
    assertEquals(2, field(2).largestOutside());
    assertEquals(new ReceptiveBox(2, 4, 4, 6), field(2).reached().orElseThrow());
    assertTrue(field(9).reached().isEmpty());
  }
}
