package io.skipscope.run;

import static io.skipscope.testing.Compare.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.Device;
import io.skipscope.device.cpu.JavaDevice;
import io.skipscope.error.InputException;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Value;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.graph.edit.ZeroChannel;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.pass.Passes;
import io.skipscope.plan.PlanOptions;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import io.skipscope.zoo.Zoo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunnerTest {
  private static final Graph GRAPH = Passes.prepare(Zoo.build("resnet20", 3));

  private Device device;
  private Runner runner;

  @BeforeEach
  void open() {
    device = new JavaDevice();
    runner = new Runner(device, GRAPH, PlanOptions.DEFAULT);
  }

  @AfterEach
  void close() {
    runner.close();
    device.close();
    assertEquals(0, device.liveObjects());
  }

  @Test
  void aResidualAndItsShortcutAddUpBitForBit() {
    TapSet taps = TapSet.blocks(GRAPH);
    RunResult result = run(taps, input(1));
    for (var block : GRAPH.blocks()) {
      float[] residual = tap(result, block.name() + ".residual").data();
      float[] shortcut = tap(result, block.name() + ".shortcut").data();
      float[] sum = tap(result, block.name() + ".sum").data();
      for (int i = 0; i < sum.length; i++) {
        assertEquals(residual[i] + shortcut[i], sum[i]);
      }
    }
  }

  @Test
  void aBatchGivesWhatItsImagesGiveAlone() {
    Tensor batch = input(3);
    Tensor together = run(TapSet.NONE, batch).output();
    int image = batch.data().length / 3;
    for (int n = 0; n < 3; n++) {
      float[] alone = Arrays.copyOfRange(batch.data(), n * image, (n + 1) * image);
      Tensor output = run(TapSet.NONE, new Tensor(batch.shape().with(0, 1), alone)).output();
      float[] row = Arrays.copyOfRange(together.data(), n * 10, (n + 1) * 10);
      assertClose("image " + n, output, new Tensor(Shape.of(1, 10), row), 1e-6);
    }
  }

  @Test
  void tapsDoNotChangeTheOutput() {
    Tensor input = input(1);
    Tensor untapped = run(TapSet.NONE, input).output();
    assertClose("all tapped", untapped, run(TapSet.all(GRAPH), input).output(), 1e-5);
  }

  @Test
  void statisticsAreThoseOfTheNumbers() {
    RunResult result = run(TapSet.named(GRAPH, List.of("layer2.0.relu")), input(2));
    TapFrame frame = result.taps().get(0);
    ChannelStats stats = frame.stats();
    assertEquals(32, stats.channels());
    Tensor tensor = frame.tensor();
    for (int c = 0; c < stats.channels(); c++) {
      double sum = 0;
      int zeros = 0;
      int count = 0;
      for (int n = 0; n < 2; n++) {
        for (int y = 0; y < tensor.shape().height(); y++) {
          for (int x = 0; x < tensor.shape().width(); x++) {
            float value = tensor.at(n, c, y, x);
            sum += value;
            zeros += value == 0 ? 1 : 0;
            count++;
          }
        }
      }
      assertEquals(sum / count, stats.mean()[c], 1e-5);
      assertEquals((double) zeros / count, stats.zeroShare()[c], 1e-6);
    }
  }

  @Test
  void statisticsAloneLeaveTheNumbersOnTheDevice() {
    RunResult result = run(TapSet.blocks(GRAPH).statsOnly(), input(1));
    assertTrue(result.taps().stream().allMatch(t -> t.tensor() == null && t.stats() != null));
  }

  @Test
  void cutShortcutChangesPredictionAndItsFactorBringsItBack() {
    Tensor input = input(1);
    Tensor before = run(TapSet.NONE, input).output();
    ScaleBranch cut = new ScaleBranch("layer2.1", ScaleBranch.Branch.SHORTCUT, 0);
    runner.replaceGraph(Passes.prepare(cut.apply(GRAPH)));
    assertNotEquals(before.data()[0], run(TapSet.NONE, input).output().data()[0]);
    Map<String, Float> whole = Map.of(cut.factorName(), 1f);
    Tensor restored =
        runner.run(Map.of("input", input), TapSet.NONE, whole, Job.unwatched()).output();
    assertClose("restored", before, restored, 1e-6);
  }

  @Test
  void droppingFMakesAnIdentityBlockAnIdentity() {
    ScaleBranch drop = new ScaleBranch("layer1.1", ScaleBranch.Branch.RESIDUAL, 0);
    Graph edited = Passes.prepare(drop.apply(GRAPH));
    runner.replaceGraph(edited);
    RunResult result = run(TapSet.named(edited, List.of("layer1.1")), input(1));
    assertClose(
        "y = ReLU(x) = x", tap(result, "layer1.1.input"), tap(result, "layer1.1.output"), 0);
  }

  @Test
  void aZeroedChannelIsZeroForItsReaders() {
    Graph edited = Passes.prepare(new ZeroChannel("layer1.0.relu", 3).apply(GRAPH));
    runner.replaceGraph(edited);
    RunResult result = run(TapSet.named(edited, List.of("layer1.0.relu.masked3")), input(1));
    ChannelStats stats = result.taps().get(0).stats();
    assertEquals(1, stats.zeroShare()[3]);
    assertEquals(0, stats.max()[3]);
    assertTrue(stats.max()[4] > 0);
  }

  @Test
  void copiesOfWeightsThatNoKeptPlanReadsAreDropped() {
    Tensor input = input(1);
    run(TapSet.NONE, input);
    List<Long> sizesBytes = new ArrayList<>();
    Graph changing = GRAPH;
    for (int change = 0; change < 12; change++) {
      changing = withNewerWeights(changing);
      runner.replaceGraph(changing);
      sizesBytes.add(run(TapSet.NONE, input).report().parameterBytes());
    }
    assertEquals(sizesBytes.get(5), sizesBytes.get(11));
  }

  /** As after a step of training: the same numbers under another version. */
  private static Graph withNewerWeights(Graph graph) {
    var builder = graph.toBuilder();
    for (String name : graph.stored().keySet()) {
      Value value = graph.value(name);
      builder.putValue(value.withVersion(value.version() + 1));
    }
    return builder.build();
  }

  @Test
  void swappedTwiceIsNotSwapped() {
    Tensor input = input(1);
    Tensor before = run(TapSet.NONE, input).output();
    SwapBlocks swap = new SwapBlocks("layer1.0", "layer1.2");
    Graph once = Passes.prepare(swap.apply(GRAPH));
    runner.replaceGraph(once);
    assertNotEquals(before.data()[0], run(TapSet.NONE, input).output().data()[0]);
    runner.replaceGraph(Passes.prepare(swap.apply(once)));
    assertClose("swapped back", before, run(TapSet.NONE, input).output(), 1e-6);
  }

  @Test
  void aCancelledJobStopsBetweenLaunchesAndTheRunnerGoesOn() {
    Tensor input = input(1);
    Job[] job = new Job[1];
    job[0] =
        new Job(
            (what, done, total) -> {
              if (what.equals("Running") && done == 3) {
                job[0].cancel();
              }
            });
    Map<String, Tensor> inputs = Map.of("input", input);
    assertThrows(CancelledException.class, () -> runner.run(inputs, TapSet.NONE, Map.of(), job[0]));
    assertEquals(10, run(TapSet.NONE, input).output().shape().elementCount());
  }

  @Test
  void theReportNamesEveryNodeWithItsTimeDeviceAndBytes() {
    Map<String, Tensor> inputs = Map.of("input", input(1));
    RunReport report = runner.runTimed(inputs, TapSet.NONE, Map.of(), Job.unwatched()).report();
    assertEquals("java", report.device().id());
    NodeTime first = report.nodes().get(0);
    assertEquals("conv1", first.node());
    assertEquals("Conv", first.op());
    assertTrue(first.nanos() > 0);
    // x, weight and bias read, y written.
    assertEquals(4L * (3 * 32 * 32 + 16 * 3 * 9 + 16 + 16 * 32 * 32), first.bytes());
    assertTrue(report.parameterBytes() > 4L * 269_722 - 4 * 2000);
  }

  @Test
  void onlyTimedRunsTellTheTimeOfEveryLaunch() {
    RunReport report = run(TapSet.NONE, input(1)).report();
    assertEquals(List.of(), report.nodes());
    assertTrue(report.totalNanos() > 0);
  }

  @Test
  void inputsThatDoNotFitAreRefused() {
    assertThrows(InputException.class, () -> run(TapSet.NONE, Tensor.zeros(Shape.of(1, 4, 8, 8))));
    assertThrows(InputException.class, () -> run(TapSet.NONE, Tensor.zeros(Shape.of(3, 8, 8))));
    Tensor nan = input(1);
    nan.data()[17] = Float.NaN;
    InputException e = assertThrows(InputException.class, () -> run(TapSet.NONE, nan));
    assertTrue(e.getMessage().contains("NaN at element 17"));
  }

  @Test
  void aFullTapQueueDropsTheOldestAndCounts() {
    TapQueue queue = new TapQueue(2);
    RunResult first = run(TapSet.NONE, input(1));
    RunResult second = run(TapSet.NONE, input(1));
    RunResult third = run(TapSet.NONE, input(1));
    List.of(first, second, third).forEach(queue::offer);
    assertEquals(1, queue.droppedCount());
    assertSame(second, queue.poll());
    assertSame(third, queue.poll());
    assertNull(queue.poll());
  }

  private RunResult run(TapSet taps, Tensor input) {
    return runner.run(Map.of("input", input), taps, Map.of(), Job.unwatched());
  }

  private static Tensor tap(RunResult result, String name) {
    return result.tap(name).tensor();
  }

  private static Tensor input(int batch) {
    return RandomTensors.of(batch, batch, 3, 32, 32);
  }
}
