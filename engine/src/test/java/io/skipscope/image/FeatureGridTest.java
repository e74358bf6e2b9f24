package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FeatureGridTest {
  private static final int GAP = FeatureGrid.GAP_ARGB;

  @Test
  void drawsMapsWithGapsAndZoom() {
    Tensor maps = new Tensor(Shape.of(1, 3, 1, 2), new float[] {0, 1, 1, 0, 1, 1});
    FeatureGrid grid = new FeatureGrid(3, 2, 1, 2, 2, 1);
    int o = 0xFF000000;
    int w = 0xFFFFFFFF;
    int[] expected = {
      o, o, w, w, GAP, w, w, o, o,
      o, o, w, w, GAP, w, w, o, o,
      GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP,
      w, w, w, w, GAP, GAP, GAP, GAP, GAP,
      w, w, w, w, GAP, GAP, GAP, GAP, GAP
    };
    assertArrayEquals(expected, grid.render(maps, 0, new ColorScale(ColorMap.GREY, 0, 1)));
    assertEquals(9, grid.width());
    assertEquals(5, grid.height());
  }

  @Test
  void drawsTheImageOfTheBatchThatIsAskedFor() {
    Tensor maps = new Tensor(Shape.of(2, 1, 1, 1), new float[] {0, 1});
    FeatureGrid grid = FeatureGrid.square(1, 1, 1, 1);
    ColorScale scale = new ColorScale(ColorMap.GREY, 0, 1);
    assertArrayEquals(new int[] {0xFFFFFFFF}, grid.render(maps, 1, scale));
  }

  @Property(tries = 200)
  void everyChannelIsFoundWhereItIsDrawn(
      @ForAll @IntRange(min = 1, max = 600) int channels,
      @ForAll @IntRange(min = 1, max = 60) int mapWidth,
      @ForAll @IntRange(min = 1, max = 60) int mapHeight,
      @ForAll @IntRange(min = 1, max = 3) int zoom) {
    FeatureGrid grid = FeatureGrid.square(channels, mapWidth, mapHeight, zoom);
    for (int channel = 0; channel < channels; channel++) {
      int right = grid.left(channel) + mapWidth * zoom - 1;
      int bottom = grid.top(channel) + mapHeight * zoom - 1;
      assertEquals(channel, grid.channelAt(grid.left(channel), grid.top(channel)));
      assertEquals(channel, grid.channelAt(right, bottom));
      assertTrue(right < grid.width() && bottom < grid.height());
    }
    assertEquals(-1, grid.channelAt(mapWidth * zoom, 0));
    assertEquals(-1, grid.channelAt(-1, 0));
    assertEquals(-1, grid.channelAt(grid.width(), 0));
  }
}
