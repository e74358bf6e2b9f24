package io.skipscope.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.device.DeviceInfo;
import io.skipscope.device.DeviceType;
import io.skipscope.device.KernelLaunch;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.NodeContext;
import io.skipscope.tune.TuningSpace.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final DeviceInfo CPU =
      new DeviceInfo(
          "0.0", "", "", "", "", "", DeviceType.CPU, 2, 1 << 30, 1 << 30, 1 << 15, 4096, 64, 8);
  private static final int MANY = 100;

  @Test
  void fasterOfTwoIsPicked() {
    Searched searched = searched(pointwise(24), 10, 8);
    assertEquals(8, nanosOf(searched, MANY));
  }

  @Test
  void slowerOneIsNot() {
    assertEquals(10, nanosOf(searched(pointwise(24), 10, 12), MANY));
  }

  @Test
  void gainThatMayBeChanceChangesNothing() {
    assertEquals(100, nanosOf(searched(pointwise(24), 100, 98), MANY));
  }

  @Test
  void fasterKernelIsLeftOutWhereItWouldBeOneTooMany() {
    Searched searched = searched(pointwise(24), 100, 50);
    Set<KernelLaunch.Compiled> others = searched.kernels(searched.untuned());
    List<Searched> all = List.of(searched);
    assertEquals(100, Selection.of(all, others, others.size()).get(0).nanos());
    assertEquals(50, Selection.of(all, others, others.size() + 1).get(0).nanos());
  }

  @Test
  void fasterKernelThatHardlyMattersIsNotWorthCompiling() {
    Searched large = searched(pointwise(24), 100_000);
    Searched small = searched(pointwise(24, 40), 100, 50);
    Set<KernelLaunch.Compiled> others = small.kernels(small.untuned());
    List<Timed> selected = Selection.of(List.of(large, small), others, MANY);
    assertEquals(100, selected.get(1).nanos());
  }

  @Test
  void untunedKernelsThatFailGiveWayToTheFastestThatWorks() {
    Searched both = searched(pointwise(24), 5, 8, 7);
    Searched failing =
        new Searched(
            both.shape(),
            both.nodes(),
            both.untuned(),
            both.timed().subList(1, 3),
            List.of("failed"));
    assertEquals(7, nanosOf(failing, MANY));
  }

  private static NodeContext pointwise(int channels) {
    return Classes.pointwise(1, channels);
  }

  private static NodeContext pointwise(int channels, int side) {
    return Classes.pointwise(1, channels, side);
  }

  /** A class of one node; the first time is that of the untuned choice. */
  private static Searched searched(NodeContext node, double... nanos) {
    List<Candidate> candidates =
        TuningSpace.candidates(new KernelChoice(CPU, null), node, nanos.length);
    List<Timed> timed = new ArrayList<>();
    for (int i = 0; i < nanos.length; i++) {
      timed.add(new Timed(candidates.get(i), nanos[i]));
    }
    return new Searched(ShapeClass.of(node), List.of(node), candidates.get(0), timed, List.of());
  }

  private static double nanosOf(Searched searched, int mostKernels) {
    return Selection.of(List.of(searched), Set.of(), mostKernels).get(0).nanos();
  }
}
