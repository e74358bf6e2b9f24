package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.Attributes;
import io.skipscope.graph.Node;
import io.skipscope.image.ColorMap;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.FilterLayout;
import io.skipscope.viewer.state.MapRange;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.Pointer;
import io.skipscope.viewer.state.WeightLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Known weights give known pixels and figures. */
class FiltersTest {
  private static final int GAP = 0xFF123456;
  private static final MapsChoice ALL =
      MapsChoice.INITIAL.withTone(MapsChoice.INITIAL.tone().withRange(MapRange.SHARED));

  private static Filters filters(Shape shape, int channels, float... weights) {
    Node node = new Node("conv", "Conv", List.of("x", "w"), "y", Attributes.NONE);
    return Filters.of(
        new WeightLayer(
            node, "w", new Tensor(shape, weights), FilterLayout.of(shape, channels), "bn"));
  }

  private static PreparedMaps prepare(Filters filters) {
    return PreparedMaps.of(filters, ColorMap.GREY, ALL);
  }

  private static int[] pixels(PreparedMaps maps, int channel) {
    return maps.tile(channel, maps.mapWidth(), maps.mapHeight(), ALL, GAP).paint();
  }

  private static int grey(int level) {
    return 0xFF000000 | 0x010101 * level;
  }

  @Test
  void threeInputsAreRedGreenAndBlueAndZeroIsTheMiddleOfGrey() {
    // Two squares: the first has red 1, green 0, blue -2; the second only zeros.
    PreparedMaps maps = prepare(filters(Shape.of(1, 3, 1, 2), 3, 1, 0, 0, 0, -2, 0));
    assertArrayEquals(new int[] {0xFFC08000, 0xFF808080}, pixels(maps, 0));
  }

  @Test
  void coloursOfAllFiltersHaveOneScale() {
    PreparedMaps maps =
        prepare(filters(Shape.of(2, 3, 1, 2), 3, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2));
    assertArrayEquals(new int[] {0xFFC0C0C0, 0xFFC0C0C0}, pixels(maps, 0));
    assertArrayEquals(new int[] {0xFFFFFFFF, 0xFFFFFFFF}, pixels(maps, 1));
  }

  @Test
  void aDepthwiseFilterIsItsOwnMap() {
    PreparedMaps maps = prepare(filters(Shape.of(2, 1, 1, 2), 2, -128, 0, 64, 128));
    assertArrayEquals(new int[] {grey(0), grey(128)}, pixels(maps, 0));
    assertArrayEquals(new int[] {grey(192), grey(255)}, pixels(maps, 1));
  }

  @Test
  void slicesAreSetApart() {
    PreparedMaps maps = prepare(filters(Shape.of(1, 2, 1, 2), 2, -128, 0, 64, 128));
    assertArrayEquals(new int[] {grey(0), grey(128), GAP, grey(192), grey(255)}, pixels(maps, 0));
  }

  @Test
  void anEnlargedTileHasSquaresOfTheirColours() {
    PreparedMaps maps = prepare(filters(Shape.of(1, 2, 1, 2), 2, -128, 0, 64, 128));
    int[] pixels = maps.tile(0, 10, 2, ALL, GAP).paint();
    for (int i = 0; i < pixels.length; i++) {
      assertEquals(pixels(maps, 0)[i % 10 / 2], pixels[i]);
    }
  }

  @Test
  void aPointwiseFilterIsARowOfTheMatrix() {
    PreparedMaps maps = prepare(filters(Shape.of(2, 2, 1, 1), 2, -128, 0, 64, 128));
    assertTrue(maps.isMatrix());
    assertArrayEquals(new int[] {grey(192), grey(255)}, pixels(maps, 1));
  }

  @Test
  void aSmallTileIsStillPainted() {
    PreparedMaps maps = prepare(filters(Shape.of(1, 2, 1, 2), 2, -128, 0, 64, 128));
    assertEquals(1, maps.tile(0, 1, 1, ALL, GAP).paint().length);
  }

  @Test
  void deadOutputsAndSlicesNearZeroAreFound() {
    FilterFacts facts =
        filters(Shape.of(3, 2, 1, 2), 2, 1, 1, 1e-4f, 0, 0, 1e-4f, 0, 0, 2, -1, 1, 2).facts();
    assertEquals(List.of(1), facts.dead());
    assertEquals(0.5, facts.nearZeroShare(), 1e-9);
    assertEquals(-1, facts.stats().overallMin());
    assertEquals(2, facts.stats().overallMax());
    assertEquals(6.0002 / 12, facts.stats().overallMean(), 1e-6);
    assertEquals(0.75, facts.stats().zeroShare()[1], 1e-6);
  }

  @Test
  void theFilterShowsDeadOutputsNotThoseWithoutPositiveWeights() {
    Filters filters = filters(Shape.of(3, 1, 1, 2), 3, -1, -1, 0, 0, 1, 2);
    MapsChoice dead = ALL.withSelection(ALL.selection().withFilter("dead"));
    assertArrayEquals(new int[] {1}, PreparedMaps.of(filters, ColorMap.GREY, dead).order());
  }

  @Test
  void aLayerOfEqualWeightsHasNothingNearZero() {
    FilterFacts facts = filters(Shape.of(2, 1, 1, 2), 2, 1, 1, 1, 1).facts();
    assertTrue(facts.dead().isEmpty());
    assertEquals(0, facts.nearZeroShare());
    assertEquals(0, facts.stats().std()[0]);
  }

  @Test
  void thePlaceUnderThePointerIsNamed() {
    PreparedMaps slices = prepare(filters(Shape.of(1, 2, 1, 2), 2, -128, 0, 64, 128));
    Pointer last = new Pointer("w", 0, 0.9, 0.5);
    assertEquals(
        List.of("from channel 1", "row 0, column 1"),
        PointedNumbers.at(slices, 0, last).stream().map(PointedNumbers.Line::name).toList());
    assertTrue(PointedNumbers.at(slices, 0, new Pointer("w", 0, 0.5, 0.5)).isEmpty());
    PreparedMaps colours = prepare(filters(Shape.of(1, 3, 1, 2), 3, 1, 0, 0, 0, -2, 0));
    assertEquals(
        List.of("", "1.000", "0.000", "−2.000"),
        PointedNumbers.at(colours, 0, new Pointer("w", 0, 0, 0)).stream()
            .map(PointedNumbers.Line::number)
            .toList());
  }

  @Test
  void theWordsSayWhatTheLayerHolds() {
    FilterWords words =
        new FilterWords(
            filters(Shape.of(3, 2, 1, 2), 2, 1, 1, 1e-4f, 0, 0, 1e-4f, 0, 0, 2, -1, 1, 2));
    assertEquals("w  3×2×1×2", words.title());
    assertTrue(words.spoken().contains("dead output channels: 1 of 3 (1)"), words.spoken());
    assertTrue(words.spoken().contains("batch norm bn"), words.spoken());
    assertFalse(words.lines().isEmpty());
  }
}
