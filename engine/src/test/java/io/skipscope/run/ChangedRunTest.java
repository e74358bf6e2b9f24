package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.graph.Graph;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.op.KernelFamily;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapListener;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.testing.TestDevices;
import io.skipscope.zoo.Zoo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run after a change begins at the sum that has changed, and gives what a whole run gives. */
@Tag("opencl")
class ChangedRunTest {
  private static final Graph NET = withFactors();
  private static final Map<String, Tensor> INPUT = input(1);
  private static final Map<String, Float> OPENED = Map.of();
  private static final Map<String, Float> CUT = Map.of("layer2.1.shortcut.scale", 0f);
  private static final TapSet TAPS = TapSet.named(NET, List.of("layer2.1", "layer2.1.conv1"));
  private static final PlanOptions KEEPING =
      new PlanOptions(Passes.Options.ALL, KernelFamily.CPU).withRestarts();

  private Device device = TestDevices.open(TestDevices.OPENCL);
  private Runner runner = new Runner(device, NET, KEEPING);

  /** ResNet-20 with a factor on every branch. */
  private static Graph withFactors() {
    Graph net = Passes.prepare(Zoo.build("resnet20", 3));
    for (ResidualBlock block : net.blocks()) {
      net = new ScaleBranch(block.name(), Branch.RESIDUAL, 1).apply(net);
      net = new ScaleBranch(block.name(), Branch.SHORTCUT, 1).apply(net);
    }
    return Passes.prepare(net);
  }

  private static Map<String, Tensor> input(int seed) {
    return Map.of("input", RandomTensors.of(seed, 1, 3, 32, 32));
  }

  @AfterEach
  void close() {
    runner.close();
    device.close();
  }

  private void reopen(String kind, PlanOptions options) {
    close();
    device = TestDevices.open(kind);
    runner = new Runner(device, NET, options);
  }

  private RunResult changed(Map<String, Tensor> input, Map<String, Float> factors) {
    RunResult result = runner.runChanged(input, TAPS, factors, TapListener.NONE, Job.unwatched());
    result.copyTaps();
    return result;
  }

  private RunResult whole(Map<String, Float> factors) {
    RunResult result = runner.run(INPUT, TAPS, factors, Job.unwatched());
    result.copyTaps();
    return result;
  }

  private static int leftOut(RunResult result) {
    return result.report().launchesLeftOut();
  }

  private static void assertSame(RunResult expected, RunResult actual) {
    assertArrayEquals(expected.output().data(), actual.output().data());
    for (TapFrame frame : expected.taps()) {
      TapFrame other = actual.tap(frame.name());
      assertArrayEquals(frame.tensor().data(), other.tensor().data(), frame.name());
      assertEquals(frame.stats().overallMax(), other.stats().overallMax(), frame.name());
      assertEquals(frame.stats().overallMean(), other.stats().overallMean(), frame.name());
    }
  }

  @Test
  void aChangeAndTheWayBackGiveTheNumbersOfWholeRuns() {
    RunResult opened = whole(OPENED);
    RunResult cut = whole(CUT);
    assertFalse(Arrays.equals(opened.output().data(), cut.output().data()));
    changed(INPUT, CUT);
    for (int round = 0; round < 3; round++) {
      RunResult back = changed(INPUT, OPENED);
      assertTrue(leftOut(back) > 0);
      assertSame(opened, back);
      RunResult again = changed(INPUT, CUT);
      assertTrue(leftOut(again) > 0);
      assertSame(cut, again);
    }
  }

  @Test
  void onlyTheSumAndWhatFollowsItIsOfTheNewRun() {
    RunResult opened = changed(INPUT, OPENED);
    RunResult cut = changed(INPUT, CUT);
    for (String kept : List.of("input", "conv1", "residual", "shortcut")) {
      String tap = "layer2.1." + kept;
      assertEquals(opened.frame(), cut.tap(tap).frame(), tap);
    }
    for (String computed : List.of("sum", "output")) {
      assertEquals(cut.frame(), cut.tap("layer2.1." + computed).frame(), computed);
    }
  }

  @Test
  void severalChangesInTurnAndTakenBackGiveTheNumbersOfWholeRuns() {
    List<Map<String, Float>> turns =
        List.of(
            OPENED,
            CUT,
            Map.of("layer2.1.shortcut.scale", 0f, "layer3.0.residual.scale", -0.5f),
            Map.of("layer2.1.residual.scale", 0.25f, "layer3.2.shortcut.scale", 0f),
            Map.of("layer3.2.shortcut.scale", 0f),
            OPENED);
    List<RunResult> expected = turns.stream().map(this::whole).toList();
    for (int i = 0; i < turns.size(); i++) {
      RunResult result = changed(INPUT, turns.get(i));
      assertEquals(i > 0, leftOut(result) > 0, "turn " + i);
      assertSame(expected.get(i), result);
    }
  }

  @Test
  void aBatchGoesOnAsOneEntryDoes() {
    Map<String, Tensor> two = Map.of("input", RandomTensors.of(5, 2, 3, 32, 32));
    RunResult expected = runner.run(two, TAPS, CUT, Job.unwatched());
    expected.copyTaps();
    changed(two, OPENED);
    RunResult cut = changed(two, CUT);
    assertTrue(leftOut(cut) > 0);
    assertSame(expected, cut);
  }

  @Test
  void aRunWithOtherTapsInBetweenLeavesNoTrace() {
    RunResult expected = whole(CUT);
    changed(INPUT, OPENED);
    TapSet others = TapSet.named(NET, List.of("layer1.0"));
    runner.runChanged(input(2), others, OPENED, TapListener.NONE, Job.unwatched()).close();
    assertSame(expected, changed(INPUT, CUT));
  }

  @Test
  void tapsAreToldAtOnceAndAreThoseOfTheResult() {
    changed(INPUT, OPENED);
    Map<String, float[]> early = new HashMap<>();
    TapListener listener =
        frames -> frames.forEach(f -> early.put(f.name(), f.tensor().data().clone()));
    RunResult cut = runner.runChanged(INPUT, TAPS, CUT, listener, Job.unwatched());
    assertTrue(leftOut(cut) > 0);
    assertEquals(TAPS.points().size(), early.size());
    RunResult expected = whole(CUT);
    early.forEach((tap, data) -> assertArrayEquals(expected.tap(tap).tensor().data(), data, tap));
  }

  @Test
  void whatCannotBeKnownToBeTheSameIsComputedAgain() {
    assertEquals(0, leftOut(changed(INPUT, OPENED)), "the first run");
    assertEquals(0, leftOut(changed(INPUT, OPENED)), "no change at all");
    assertEquals(0, leftOut(changed(input(2), CUT)), "another input");
    assertEquals(0, leftOut(changed(INPUT, CUT)), "the first input again");
    Map<String, Float> before = Map.of("layer1.0.shortcut.scale", 0f);
    assertEquals(0, leftOut(changed(INPUT, before)), "a block before the tapped one");
    assertEquals(0, leftOut(whole(CUT)), "a whole run");
    assertEquals(0, leftOut(changed(INPUT, CUT)), "after a whole run");
    RunResult lent = runner.runChanged(INPUT, TAPS, OPENED, TapListener.NONE, Job.unwatched());
    assertTrue(leftOut(lent) > 0);
    assertEquals(0, leftOut(changed(INPUT, CUT)), "the taps of the last run are still lent");
    lent.close();
  }

  @Test
  void aRunThatWasCancelledIsNoneToGoOnFrom() {
    changed(INPUT, OPENED);
    Job job = Job.unwatched();
    job.cancel();
    assertThrows(
        CancelledException.class, () -> runner.runChanged(INPUT, TAPS, CUT, TapListener.NONE, job));
    RunResult after = changed(INPUT, CUT);
    assertEquals(0, leftOut(after));
    assertSame(whole(CUT), after);
  }

  @Test
  void withoutTheOptionNothingIsKeptThatALaterLayerCouldOverwrite() {
    reopen(TestDevices.OPENCL, new PlanOptions(Passes.Options.ALL, KernelFamily.CPU));
    RunResult opened = whole(OPENED);
    changed(INPUT, CUT);
    assertSame(opened, changed(INPUT, OPENED));
  }

  @Test
  void plainJavaDoesEverythingAgain() {
    reopen(TestDevices.JAVA, KEEPING);
    changed(INPUT, OPENED);
    RunResult cut = changed(INPUT, CUT);
    assertEquals(0, leftOut(cut));
    cut.taps().forEach(frame -> assertEquals(cut.frame(), frame.frame(), frame.name()));
  }
}
