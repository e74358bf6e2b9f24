package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The difference of two known values gives known pixels, and what is compared is said. */
class ComparisonTest {
  private static final String TAP = "layer1.0.output";
  private static final Shape SHAPE = Shape.of(1, 2, 1, 2);

  private final OpenModel model = OpenNets.resNet20();
  private final BlockRun now = run("a.png", Frames.of(TAP, SHAPE, 8, 5, 5, 1));
  private final BlockRun kept = run("b.png", Frames.of(TAP, SHAPE, 0, 5, 9, 3));

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private BlockRun run(String picture, TapFrame... frames) {
    Picture seen = new Picture(picture, 1, 1, new int[1]);
    return Runs.of(model, 0, seen, Changes.NONE, List.of(frames));
  }

  private ViewerState state(ComparedSide side, BlockRun other) {
    return ViewerState.INITIAL
        .with()
        .model(model)
        .run(now)
        .comparison(new Comparison(null, side, RunPair.of(now, other)))
        .build();
  }

  private static PreparedMaps prepared(ViewerState state) {
    return PreparedMaps.of(
            state.shown(),
            state.shownBranches(),
            state.shownColors(),
            state.shownMaps(),
            state.shownUnits())
        .orElseThrow();
  }

  private static int[] pixels(PreparedMaps maps, int channel) {
    return maps.tile(channel, 2, 1, MapsChoice.INITIAL, 0).paint();
  }

  /** Of the sorted differences -4, -2, 0, 8 the percentiles are -4 and 0: the scale is -4 to 4. */
  @Test
  void differencesAreDivergingAroundZeroOnOneScale() {
    PreparedMaps maps = prepared(state(ComparedSide.DIFFERENCE, kept));
    ColorMap map = ColorMap.DIVERGING;
    assertEquals(new ColorScale(map, -4, 4), maps.shared());
    assertArrayEquals(new int[] {map.argb(255), map.argb(128)}, pixels(maps, 0));
    assertArrayEquals(new int[] {map.argb(0), map.argb(64)}, pixels(maps, 1));
  }

  @Test
  void theKeptSideShowsTheKeptNumbersInTheUsualColours() {
    PreparedMaps maps = prepared(state(ComparedSide.KEPT, kept));
    assertArrayEquals(kept.frame(TAP).orElseThrow().tensor().data(), maps.frame().tensor().data());
    assertEquals(ColorMap.VIRIDIS, maps.shared().map());
  }

  /** Of the last run: the shares that the differences of F and s would have say nothing. */
  @Test
  void sharesBesideDifferencesAreThoseOfTheLastRun() {
    BlockRun last = run("a.png", branches(3, 1));
    RunPair pair = RunPair.of(last, run("b.png", branches(3, 0)));
    ViewerState state =
        ViewerState.INITIAL
            .with()
            .model(model)
            .run(last)
            .comparison(new Comparison(null, ComparedSide.DIFFERENCE, pair))
            .build();
    assertEquals(0.75f, prepared(state).shares()[0]);
  }

  /** F and s with one number each, and an output. */
  private static TapFrame[] branches(float residual, float shortcut) {
    Shape one = Shape.of(1, 1, 1, 1);
    return new TapFrame[] {
      Frames.of("layer1.0.residual", one, residual),
      Frames.of("layer1.0.shortcut", one, shortcut),
      Frames.of(TAP, one, residual + shortcut)
    };
  }

  @Test
  void aFewDifferencesAmongManyZerosStillHaveAScale() {
    float[] numbers = new float[20_000];
    numbers[7] = -3;
    ColorScale scale =
        SharedScale.symmetric(ColorMap.DIVERGING, new Tensor(Shape.of(numbers.length), numbers));
    assertEquals(new ColorScale(ColorMap.DIVERGING, -3, 3), scale);
  }

  @Test
  void equalRunsDifferNowhereAndAreTheMiddleColour() {
    PreparedMaps maps = prepared(state(ComparedSide.DIFFERENCE, now));
    int[] all = pixels(maps, 0);
    assertTrue(Arrays.stream(all).allMatch(argb -> argb == ColorMap.DIVERGING.argb(128)));
    ViewerState state = state(ComparedSide.DIFFERENCE, now);
    ColorScale card = SharedScale.of(state.shown(), state.shownColors(), RangeMode.SYMMETRIC);
    assertEquals(ColorMap.DIVERGING.argb(128), card.argb(0));
    assertEquals(List.of(0.0), ColorBarPainter.ticks(card, 10));
  }

  @Test
  void theCaptionSaysWhatTheRunsDifferIn() {
    String caption = ComparisonWords.caption(state(ComparedSide.DIFFERENCE, kept));
    assertEquals("Difference: a.png, minus b.png", caption);
  }

  @Test
  void runsOfTheSameNamesAreNamedInFull() {
    BlockRun sameName = run("a.png", Frames.of(TAP, SHAPE, 0, 5, 9, 3));
    assertEquals(
        "Now: net, layer1.0, on a.png. Kept: net, layer1.0, on a.png",
        ComparisonWords.caption(state(ComparedSide.NOW, sameName)));
  }

  @Test
  void otherShapesAreSaidInWords() {
    BlockRun other = run("b.png", Frames.of(TAP, Shape.of(1, 1, 2, 2), 1, 2, 3, 4));
    ViewerState state = state(ComparedSide.DIFFERENCE, other);
    assertTrue(PreparedMaps.of(state.shown(), state.shownColors(), state.maps()).isEmpty());
    assertEquals(
        "layer1.0.output is 2×1×2 now, 1×2×2 in the kept run",
        ComparisonWords.whyEmpty(state, TAP).orElseThrow());
    assertTrue(ComparisonWords.mismatches(state).startsWith("Cannot be compared: layer1.0.output"));
    assertTrue(ComparisonWords.whyEmpty(state(ComparedSide.NOW, other), TAP).isEmpty());
  }
}
