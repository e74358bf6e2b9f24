package io.skipscope.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.error.InputException;
import io.skipscope.testing.TestDevices;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaunchPiecesTest {
  private static final LaunchLimit MILLISECOND = new LaunchLimit(1);
  private static final long NANOS = 1_000_000;
  private static final DeviceInfo PROCESSOR = TestDevices.processor(1 << 16);

  @Property
  void piecesComputeEachRowOnce(
      @ForAll @IntRange(max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 9) int groupRows,
      @ForAll @IntRange(max = 400) int timesTooLong) {
    KernelLaunch whole = launch(rows, groupRows);
    int next = 0;
    for (KernelLaunch piece : pieces().cut(whole, sureFlops() * timesTooLong)) {
      assertEquals(next, piece.rowBegin());
      assertEquals(piece.rowEnd() - piece.rowBegin(), piece.range().rows());
      next = piece.rowEnd();
    }
    assertEquals(rows, next);
  }

  @Test
  void theMoreWorkALaunchIsTheMorePiecesItIsCutInto() {
    assertEquals(1, pieces().cut(launch(64, 4), sureFlops()).size());
    assertEquals(4, pieces().cut(launch(64, 4), 4 * sureFlops()).size());
    assertEquals(64, pieces().cut(launch(64, 4), 1000 * sureFlops()).size());
  }

  @Test
  void aLaunchThatTookTooLongIsCutUntilItDoesNot() {
    LaunchPieces pieces = pieces();
    KernelLaunch whole = launch(64, 4);
    assertTrue(pieces.learn(List.of(whole), List.of(3 * NANOS)));
    List<KernelLaunch> cut = pieces.cut(whole, 0);
    assertTrue(cut.size() >= 3, cut.toString());
    assertFalse(pieces.learn(cut, Collections.nCopies(cut.size(), NANOS)));
    assertTrue(pieces.learn(cut, Collections.nCopies(cut.size(), 2 * NANOS)));
    assertTrue(pieces.cut(whole, 0).size() >= 2 * cut.size());
  }

  @Test
  void aSingleRowIsNotCutHoweverLongItTakes() {
    LaunchPieces pieces = pieces();
    assertFalse(pieces.learn(List.of(launch(1, 1)), List.of(9 * NANOS)));
    assertEquals(1, pieces.cut(launch(1, 1), 1000 * sureFlops()).size());
  }

  @Test
  void onlyGpusHaveALimitUnlessOneIsAskedFor() {
    DeviceInfo gpu = ofType(PROCESSOR, DeviceType.GPU);
    assertEquals(50 * NANOS, LaunchLimit.USUAL.nanosOn(gpu));
    assertEquals(Long.MAX_VALUE, LaunchLimit.USUAL.nanosOn(PROCESSOR));
    assertEquals(NANOS, MILLISECOND.nanosOn(PROCESSOR));
    KernelLaunch whole = launch(64, 4);
    LaunchPieces unlimited = new LaunchPieces(LaunchLimit.USUAL, PROCESSOR);
    assertEquals(List.of(whole), unlimited.cut(whole, Long.MAX_VALUE));
  }

  @Test
  void aLimitThatIsNoTimeIsRefused() {
    assertThrows(InputException.class, () -> new LaunchLimit(-1));
    assertThrows(InputException.class, () -> new LaunchLimit(Double.NaN));
  }

  private static LaunchPieces pieces() {
    return new LaunchPieces(MILLISECOND, PROCESSOR);
  }

  /** What a launch may compute without being cut: one flop a nanosecond and compute unit. */
  private static long sureFlops() {
    return NANOS * PROCESSOR.computeUnits();
  }

  private static KernelLaunch launch(int rows, int groupRows) {
    NdRange range = new NdRange(8, rows, 2, new NdRange.WorkGroup(8, groupRows, 1));
    return new KernelLaunch("n", new KernelSpec("a.cl", "a", Map.of()), range, List.of());
  }

  private static DeviceInfo ofType(DeviceInfo device, DeviceType type) {
    return new DeviceInfo(
        device.id(),
        device.platform(),
        device.name(),
        device.vendor(),
        device.driver(),
        device.version(),
        type,
        device.computeUnits(),
        device.globalMemoryBytes(),
        device.maxAllocBytes(),
        device.localMemoryBytes(),
        device.maxWorkGroupSize(),
        device.baseAddressAlignBytes(),
        device.nativeVectorWidth());
  }
}
