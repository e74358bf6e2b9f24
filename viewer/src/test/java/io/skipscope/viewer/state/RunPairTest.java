package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.image.ColorMap;
import io.skipscope.tap.HostStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.Runs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two runs side by side: which values belong together, and what lies between them. */
class RunPairTest {
  private static final Shape SHAPE = Shape.of(1, 2, 1, 2);

  private final OpenModel resNet20 = OpenNets.resNet20();
  private final OpenModel mobileNet = OpenNets.mobileNetV2();

  private static TapFrame frame(String name, Shape shape, float... numbers) {
    Tensor tensor = new Tensor(shape, numbers);
    return new TapFrame(name, 0, shape, tensor, HostStats.of(tensor));
  }

  @Test
  void valuesOfTheSameNameAreSubtracted() {
    BlockRun now = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 4, 3, 2, 1));
    BlockRun kept = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 1, 1, 5, 1));
    RunPair pair = RunPair.of(now, kept);
    TapFrame difference = pair.difference().frame("layer1.0.sum").orElseThrow();
    assertArrayEquals(new float[] {3, 2, -3, 0}, difference.tensor().data());
    assertArrayEquals(new float[] {2.5f, -1.5f}, difference.stats().mean());
    assertArrayEquals(new float[] {0, 0.5f}, difference.stats().zeroShare());
    assertTrue(pair.mismatches().isEmpty());
  }

  @Test
  void anotherModelsBlockInTheSamePlaceIsMatchedByRole() {
    String kept = mobileNet.blocks().get(2).block().name() + ".residual";
    String now = resNet20.blocks().get(2).block().name() + ".residual";
    RunPair pair =
        RunPair.of(
            Runs.of(resNet20, 2, frame(now, SHAPE, 1, 2, 3, 4)),
            Runs.of(mobileNet, 2, frame(kept, SHAPE, 5, 6, 7, 8)));
    TapFrame aligned = pair.aligned().frame(now).orElseThrow();
    assertEquals(now, aligned.name());
    assertArrayEquals(new float[] {5, 6, 7, 8}, aligned.tensor().data());
  }

  @Test
  void withinTheBranchTheStepIsMatchedByItsPlace() {
    String now = resNet20.graph().blocks().get(2).residualNodes().get(1);
    String kept = mobileNet.graph().blocks().get(2).residualNodes().get(1);
    RunPair pair =
        RunPair.of(
            Runs.of(resNet20, 2, frame(now, SHAPE, 1, 2, 3, 4)),
            Runs.of(mobileNet, 2, frame(kept, SHAPE, 1, 2, 3, 0)));
    assertArrayEquals(
        new float[] {0, 0, 0, 4}, pair.difference().frame(now).orElseThrow().tensor().data());
  }

  @Test
  void anotherBlockThatOnlyHappensToBeShownIsNotMatched() {
    BlockRun now = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 1, 2, 3, 4));
    BlockRun kept = Runs.of(resNet20, 1, frame("layer1.1.sum", SHAPE, 1, 2, 3, 4));
    RunPair pair = RunPair.of(now, kept);
    assertTrue(pair.aligned().frames().isEmpty());
    assertNull(pair.mismatch("layer1.0.sum").orElseThrow().kept());
  }

  @Test
  void otherShapesAreMismatchesAndNoMaps() {
    Shape other = Shape.of(1, 1, 2, 2);
    BlockRun now = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 1, 2, 3, 4));
    BlockRun kept = Runs.of(resNet20, 0, frame("layer1.0.sum", other, 1, 2, 3, 4));
    RunPair pair = RunPair.of(now, kept);
    assertEquals(List.of(new RunPair.Mismatch("layer1.0.sum", SHAPE, other)), pair.mismatches());
    assertTrue(pair.difference().frame("layer1.0.sum").isEmpty());
    assertTrue(pair.aligned().frame("layer1.0.sum").isEmpty());
  }

  @Test
  void theCounterpartHasTheSameNameElseTheSamePlace() {
    KeptRun kept = new KeptRun(resNet20, null, "java", Changes.NONE);
    assertEquals(Optional.of(4), kept.counterpart(Runs.of(resNet20, 4)));
    assertEquals(Optional.of(4), kept.counterpart(Runs.of(mobileNet, 4)));
    assertEquals(Optional.empty(), kept.counterpart(Runs.of(mobileNet, 12)));
  }

  @Test
  void theStateShowsTheChosenSideInColoursThatFit() {
    BlockRun now = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 1, 2, 3, 4));
    BlockRun kept = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 0, 2, 3, 4));
    Comparison comparison = new Comparison(null, ComparedSide.NOW, RunPair.of(now, kept));
    ViewerState state = ViewerState.INITIAL.with().run(now).comparison(comparison).build();
    assertSame(now, state.shown());
    assertEquals(ColorMap.VIRIDIS, state.shownColors());
    ViewerState difference =
        state.with().comparison(comparison.withSide(ComparedSide.DIFFERENCE)).build();
    assertNotSame(now, difference.shown());
    assertEquals(ColorMap.DIVERGING, difference.shownColors());
    assertEquals(RangeMode.SYMMETRIC, difference.shownRange());
    assertEquals(MapRange.SYMMETRIC, difference.shownMaps().tone().range());
    assertEquals(RangeMode.PERCENTILE, difference.range());
  }

  @Test
  void aRunThatIsNotComparedYetIsShownAsItIs() {
    BlockRun now = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 1, 2, 3, 4));
    BlockRun later = Runs.of(resNet20, 0, frame("layer1.0.sum", SHAPE, 9, 2, 3, 4));
    Comparison comparison = new Comparison(null, ComparedSide.DIFFERENCE, RunPair.of(now, now));
    ViewerState state = ViewerState.INITIAL.with().run(later).comparison(comparison).build();
    assertSame(later, state.shown());
    assertFalse(state.showsDifference());
  }
}
