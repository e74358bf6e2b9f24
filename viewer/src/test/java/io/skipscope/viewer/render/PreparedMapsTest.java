package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.MapOrder;
import io.skipscope.viewer.state.MapRange;
import io.skipscope.viewer.state.MapTone;
import io.skipscope.viewer.state.MapsChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A known value gives known pixels in every range, order and mode. */
class PreparedMapsTest {
  private static final Picture SEEN = new Picture("p", 1, 1, new int[] {0xFFFFFF});

  /** Three channels of two numbers each. */
  private final TapFrame output =
      Frames.of("layer1.0.output", Shape.of(1, 3, 1, 2), 0, 64, -128, 0, 128, 256);

  private final BlockRun run = run(output);

  private static BlockRun run(TapFrame... frames) {
    return Runs.of(OpenNets.resNet20(), 0, SEEN, Changes.NONE, List.of(frames));
  }

  private static MapsChoice toned(MapTone tone) {
    return MapsChoice.INITIAL.withTone(tone);
  }

  private PreparedMaps prepare(MapsChoice choice) {
    return PreparedMaps.of(run, ColorMap.GREY, choice).orElseThrow();
  }

  /** The pixels of a channel, one per number. */
  private static int[] pixels(PreparedMaps maps, int channel) {
    return maps.tile(channel, 2, 1, MapsChoice.INITIAL, 0).paint();
  }

  private static int[] grey(int... levels) {
    int[] argb = new int[levels.length];
    for (int i = 0; i < levels.length; i++) {
      argb[i] = 0xFF000000 | 0x010101 * levels[i];
    }
    return argb;
  }

  @Test
  void oneRangeForAllMaps() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withRange(MapRange.SHARED)));
    assertArrayEquals(grey(85, 128), pixels(maps, 0));
    assertArrayEquals(grey(0, 85), pixels(maps, 1));
    assertArrayEquals(grey(170, 255), pixels(maps, 2));
  }

  @Test
  void aRangeOfItsOwnForEachMap() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withRange(MapRange.PER_MAP)));
    for (int channel = 0; channel < 3; channel++) {
      assertArrayEquals(grey(0, 255), pixels(maps, channel));
    }
  }

  @Test
  void theOutermostPercentIsClipped() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withRange(MapRange.PERCENTILE)));
    // Of six numbers the 99th percentile is the fifth: 128.
    assertEquals(-128, maps.shared().min());
    assertEquals(128, maps.shared().max());
    assertArrayEquals(grey(255, 255), pixels(maps, 2));
    assertArrayEquals(grey(128, 192), pixels(maps, 0));
  }

  @Test
  void zeroIsInTheMiddleOfASymmetricRange() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withRange(MapRange.SYMMETRIC)));
    assertEquals(-maps.shared().max(), maps.shared().min());
    assertArrayEquals(grey(128, 192), pixels(maps, 0));
  }

  @Test
  void theUsersRangeIsTakenAsItIs() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withManual(0, 128)));
    assertArrayEquals(grey(0, 128), pixels(maps, 0));
    assertArrayEquals(grey(0, 0), pixels(maps, 1));
    assertArrayEquals(grey(255, 255), pixels(maps, 2));
  }

  @Test
  void gammaBendsTheScaleAndKeepsItsEnds() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withManual(0, 256).withGamma(2)));
    assertArrayEquals(grey(0, 16), pixels(maps, 0));
    assertArrayEquals(grey(64, 255), pixels(maps, 2));
  }

  @Test
  void gammaLeavesZeroInTheMiddleOfADivergingMap() {
    MapsChoice choice = toned(MapTone.PLAIN.withManual(-256, 256).withGamma(0.5f));
    PreparedMaps maps = PreparedMaps.of(run, ColorMap.DIVERGING, choice).orElseThrow();
    // 64 is a quarter of the way from the middle to the end, its root half of the way.
    assertEquals(ColorMap.DIVERGING.argb(128), pixels(maps, 0)[0]);
    assertEquals(ColorMap.DIVERGING.argb(192), pixels(maps, 0)[1]);
  }

  @Test
  void mapsAreSortedByWhatTheyHold() {
    assertArrayEquals(new int[] {0, 1, 2}, order(MapOrder.INDEX));
    assertArrayEquals(new int[] {2, 0, 1}, order(MapOrder.MEAN));
    assertArrayEquals(new int[] {1, 2, 0}, order(MapOrder.STD));
    assertArrayEquals(new int[] {2, 0, 1}, order(MapOrder.MAXIMUM));
    assertArrayEquals(new int[] {0, 1, 2}, order(MapOrder.SPARSITY));
  }

  private int[] order(MapOrder order) {
    return prepare(sorted(order)).order();
  }

  private static MapsChoice sorted(MapOrder order) {
    return MapsChoice.INITIAL.withSelection(MapsChoice.INITIAL.selection().withOrder(order));
  }

  @Test
  void mapsAreSortedByTheBranchsShare() {
    BlockRun both =
        run(
            output,
            Frames.of("layer1.0.residual", Shape.of(1, 3, 1, 2), 1, 0, 3, 0, 2, 0),
            Frames.of("layer1.0.shortcut", Shape.of(1, 3, 1, 2), 1, 0, 1, 0, 1, 0));
    PreparedMaps maps = PreparedMaps.of(both, ColorMap.GREY, sorted(MapOrder.SHARE)).orElseThrow();
    assertArrayEquals(new int[] {1, 2, 0}, maps.order());
    assertEquals(0.75f, maps.shares()[1]);
  }

  @Test
  void pinnedMapsComeFirstAndPassTheFilter() {
    MapsChoice choice =
        MapsChoice.INITIAL.withSelection(
            MapsChoice.INITIAL.selection().withFilter("0-1").togglePin(2));
    assertArrayEquals(new int[] {2, 0, 1}, prepare(choice).order());
  }

  @Test
  void aFilterThatIsNotUnderstoodShowsAllAndSaysSo() {
    MapsChoice choice =
        MapsChoice.INITIAL.withSelection(MapsChoice.INITIAL.selection().withFilter("what"));
    PreparedMaps maps = prepare(choice);
    assertFalse(maps.filterUnderstood());
    assertEquals(3, maps.order().length);
  }

  @Test
  void filtersGoByNumberAndByContent() {
    assertArrayEquals(new int[] {0, 2}, filtered("0, 2"));
    assertArrayEquals(new int[] {1, 2}, filtered("1-9"));
    assertArrayEquals(new int[] {2}, filtered("mean > 50"));
    assertArrayEquals(new int[] {1}, filtered("dead"));
    assertArrayEquals(new int[] {0}, filtered("zero>0.4 min>-1"));
    assertArrayEquals(new int[] {}, filtered("share<1"));
  }

  private int[] filtered(String filter) {
    PreparedMaps maps =
        prepare(
            MapsChoice.INITIAL.withSelection(MapsChoice.INITIAL.selection().withFilter(filter)));
    assertTrue(maps.filterUnderstood());
    return maps.order();
  }

  @Test
  void aSmoothMapPassesThroughItsNumbersAtTheirCentres() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withManual(0, 256)));
    int[] pixels = maps.tile(2, 8, 2, MapsChoice.INITIAL.withSmooth(true), 0).paint();
    // The centres of the two numbers, 128 and 256, lie on the borders of pixels 1|2 and 5|6.
    int[] row = grey(128, 128, 144, 176, 208, 240, 255, 255);
    assertArrayEquals(row, java.util.Arrays.copyOf(pixels, 8));
  }

  @Test
  void anOverlayMixesTheMapWithTheInputsBrightness() {
    PreparedMaps maps = prepare(toned(MapTone.PLAIN.withManual(0, 256)));
    int[] pixels = maps.tile(0, 2, 1, MapsChoice.INITIAL.withOverlay(true), 0).paint();
    // 150 parts of the map, 106 of the white picture.
    assertArrayEquals(grey(105, (150 * 64 + 106 * 255) / 256), pixels);
  }

  @Test
  void aHistogramCountsEveryNumberOnce() {
    Histogram histogram = Histogram.of(new float[] {0, 1, 1, 4, Float.NaN}, 4);
    assertArrayEquals(new int[] {1, 2, 0, 1}, histogram.counts());
    assertEquals(2, histogram.most());
    assertEquals(0, histogram.min());
    assertEquals(4, histogram.max());
  }
}
