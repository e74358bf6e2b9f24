package io.skipscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.SkipscopeException;
import io.skipscope.job.Job;
import io.skipscope.tap.TapFrame;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.testing.RandomTensors;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taps lie in memory that kernels and host share, and that results give back. */
@Tag("opencl")
class SharedTapsTest {
  private static final TapSet TAPS = TapSet.blocks(BlockedNet.GRAPH);

  @RegisterExtension private final BlockedNet net = new BlockedNet();

  @Test
  void heldResultsKeepTheirNumbersThroughLaterRuns() {
    List<Map<String, float[]>> expected = ofClosedRuns();
    List<RunResult> held = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      held.add(run(seed));
    }
    for (int seed = 0; seed < 6; seed++) {
      assertSame(expected.get(seed), numbers(held.get(seed)));
    }
  }

  @Test
  void closedResultsMakeRoomForLaterOnes() {
    run(0).close();
    int liveObjects = net.liveObjects();
    long directBytes = directBytes();
    for (int i = 0; i < 1000; i++) {
      run(0).close();
    }
    assertEquals(liveObjects, net.liveObjects());
    assertTrue(directBytes() <= directBytes, "direct memory only shrinks, by what others leave");
  }

  @Test
  void copiedTapsStayReadableAndMakeRoomForLaterRuns() {
    List<Map<String, float[]>> expected = ofClosedRuns();
    int liveObjects = net.liveObjects();
    List<RunResult> held = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      RunResult result = run(seed);
      result.copyTaps();
      result.copyTaps();
      held.add(result);
    }
    assertEquals(liveObjects, net.liveObjects());
    for (int seed = 0; seed < 6; seed++) {
      assertSame(expected.get(seed), numbers(held.get(seed)));
    }
  }

  @Test
  void partOfATapIsReadWithoutTheRest() {
    RunResult result = run(3);
    float[] all = numbers(result).get("layer1.0.sum");
    RunResult again = run(3);
    Tensor tap = again.tap("layer1.0.sum").tensor();
    float[] part = new float[40];
    tap.read(1000, part);
    assertArrayEquals(Arrays.copyOfRange(all, 1000, 1040), part);
    again.close();
    assertThrows(SkipscopeException.class, () -> tap.read(0, part));
    assertThrows(SkipscopeException.class, tap::data);
  }

  @Test
  void forgottenResultsDoNotPileUp() {
    for (int i = 0; i < 3; i++) {
      run(0);
    }
    int liveObjects = net.liveObjects();
    for (int i = 0; i < 30; i++) {
      run(0);
    }
    assertTrue(net.liveObjects() <= liveObjects + 2 * (2 + TAPS.values().size()));
  }

  @Test
  void whatWasReadBeforeClosingStaysAndTheRestIsRefused() {
    RunResult result = run(1);
    float[] read = result.tap("layer1.0.sum").tensor().data().clone();
    result.close();
    result.close();
    run(2).close();
    assertArrayEquals(read, result.tap("layer1.0.sum").tensor().data());
    Tensor unread = result.tap("layer1.1.sum").tensor();
    SkipscopeException e = assertThrows(SkipscopeException.class, unread::data);
    assertEquals(
        "tap of layer1.1.add: found a result that is closed,"
            + " expected to read its taps before closing it",
        e.getMessage());
    assertEquals(16, result.tap("layer1.1.sum").stats().channels());
    assertEquals(10, result.output().data().length);
  }

  @Test
  void tapsAreReadableAfterTheDeviceIsClosed() {
    Map<String, float[]> expected = numbers(run(4));
    RunResult held = run(4);
    net.close();
    assertSame(expected, numbers(held));
  }

  @Test
  void aQueueClosesWhatItDrops() {
    TapQueue queue = new TapQueue(1);
    RunResult first = run(1);
    RunResult second = run(2);
    queue.offer(first);
    queue.offer(second);
    assertThrows(SkipscopeException.class, () -> numbers(first));
    assertEquals(TAPS.points().size(), numbers(second).size());
  }

  private List<Map<String, float[]>> ofClosedRuns() {
    List<Map<String, float[]>> expected = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      try (RunResult result = run(seed)) {
        expected.add(numbers(result));
      }
    }
    return expected;
  }

  private RunResult run(int seed) {
    Tensor input = RandomTensors.of(seed, Shape.of(1, 3, 32, 32));
    return net.runner().run(Map.of("input", input), TAPS, Map.of(), Job.unwatched());
  }

  private static Map<String, float[]> numbers(RunResult result) {
    Map<String, float[]> numbers = new LinkedHashMap<>();
    for (TapFrame tap : result.taps()) {
      numbers.put(tap.name(), tap.tensor().data());
    }
    return numbers;
  }

  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, numbers) -> assertArrayEquals(numbers, actual.get(name), name));
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
