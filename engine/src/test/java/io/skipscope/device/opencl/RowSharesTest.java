package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import io.skipscope.device.NdRange.WorkGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowSharesTest {
  private static final KernelSpec KERNEL = new KernelSpec("conv/conv2d.ref.cl", "conv2d", Map.of());

  @ParameterizedTest
  @CsvSource({"56, 1, 28", "7, 1, 4", "7, 4, 4", "28, 4, 16", "9, 4, 4", "2, 4, 1"})
  void twoDevicesGetAlmostHalfEachAndWholeWorkGroupsIfThereAreEnough(
      int rows, int groupRows, int cut) {
    List<KernelLaunch> shares = RowShares.of(launch(rows, groupRows), 2);
    assertEquals(List.of(0, cut), shares.stream().map(KernelLaunch::rowBegin).toList());
    assertEquals(List.of(cut, rows), shares.stream().map(KernelLaunch::rowEnd).toList());
  }

  @Test
  void everyRowIsInOneShare() {
    for (int devices = 1; devices < 6; devices++) {
      for (int rows = 0; rows < 40; rows++) {
        for (int groupRows : new int[] {1, 3, 8}) {
          assertCovers(rows, RowShares.of(launch(rows, groupRows), devices), devices);
        }
      }
    }
  }

  private static void assertCovers(int rows, List<KernelLaunch> shares, int devices) {
    int next = 0;
    for (KernelLaunch share : shares) {
      assertEquals(next, share.rowBegin());
      assertTrue(share.rowEnd() > next || rows == 0);
      assertEquals(share.rowEnd() - next, share.range().rows());
      next = share.rowEnd();
    }
    assertEquals(rows, next);
    assertTrue(shares.size() <= devices);
  }

  @Test
  void aShareOfALaterRangeLiesWithinIt() {
    List<KernelLaunch> shares = RowShares.of(launch(30, 1).rows(10, 20), 2);
    assertEquals(List.of(10, 15), shares.stream().map(KernelLaunch::rowBegin).toList());
    assertEquals(20, shares.get(1).rowEnd());
  }

  private static KernelLaunch launch(int rows, int groupRows) {
    NdRange range = new NdRange(5, rows, 3, new WorkGroup(1, groupRows, 1));
    return new KernelLaunch("node", KERNEL, range, List.of());
  }
}
