package io.skipscope.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.DeviceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {
  private static final int ALIGN = 64;

  @Test
  void noTwoLiveValuesOverlap() {
    for (int seed = 0; seed < 200; seed++) {
      List<Lifetime> lifetimes = randomLifetimes(new Random(seed));
      MemoryPlan plan = MemoryPlan.of(lifetimes, ALIGN, 1 << 20);
      for (Lifetime a : lifetimes) {
        for (Lifetime b : lifetimes) {
          assertTrue(a == b || !liveTogether(a, b) || apart(plan, a, b), "seed " + seed);
        }
      }
    }
  }

  @Test
  void everySlotIsAlignedAndInsideItsArena() {
    for (int seed = 0; seed < 100; seed++) {
      MemoryPlan plan = MemoryPlan.of(randomLifetimes(new Random(seed)), ALIGN, 3000);
      for (Slot slot : plan.slots().values()) {
        long arenaBytes = plan.arenaSizesBytes().get(slot.arena());
        assertEquals(0, slot.offsetBytes() % ALIGN);
        assertTrue(slot.offsetBytes() + slot.sizeBytes() <= arenaBytes);
        assertTrue(arenaBytes <= 3000);
      }
    }
  }

  @Test
  void aChainOfValuesNeedsRoomForTwoOnly() {
    List<Lifetime> chain = new ArrayList<>();
    for (int step = 0; step < 50; step++) {
      chain.add(new Lifetime("v" + step, 1024, step, step + 1));
    }
    MemoryPlan plan = MemoryPlan.of(chain, ALIGN, 1 << 20);
    assertEquals(2048, plan.totalBytes());
    assertEquals(2048, plan.largestLiveBytes());
  }

  @Test
  void aValueLargerThanTheDevicesLargestBufferIsRefused() {
    List<Lifetime> lifetimes = List.of(new Lifetime("big", 4096, 0, 1));
    assertThrows(DeviceException.class, () -> MemoryPlan.of(lifetimes, ALIGN, 2048));
  }

  private static List<Lifetime> randomLifetimes(Random random) {
    List<Lifetime> lifetimes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int first = random.nextInt(30);
      int last = first + random.nextInt(10);
      lifetimes.add(new Lifetime("v" + i, 1 + random.nextInt(2000), first, last));
    }
    return lifetimes;
  }

  /** Written without the planner's own test of overlap: step by step. */
  private static boolean liveTogether(Lifetime a, Lifetime b) {
    for (int step = a.firstStep(); step <= a.lastStep(); step++) {
      if (step >= b.firstStep() && step <= b.lastStep()) {
        return true;
      }
    }
    return false;
  }

  private static boolean apart(MemoryPlan plan, Lifetime a, Lifetime b) {
    Slot x = plan.slots().get(a.value());
    Slot y = plan.slots().get(b.value());
    return x.arena() != y.arena()
        || x.offsetBytes() + x.sizeBytes() <= y.offsetBytes()
        || y.offsetBytes() + y.sizeBytes() <= x.offsetBytes();
  }
}
