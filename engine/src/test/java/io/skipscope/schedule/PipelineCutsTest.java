package io.skipscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PipelineCutsTest {
  @Property(tries = 200)
  void noOtherCutHasAFasterSlowestPart(
      @ForAll @IntRange(min = 2, max = 6) int segments,
      @ForAll @IntRange(min = 2, max = 3) int devices,
      @ForAll Random random) {
    Chain chain = Chains.ofBorders(random.ints(segments - 1, 1, 1_000_000).boxed().toList());
    List<DeviceCost> costs = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      costs.add(randomCost("d" + device, segments, random));
    }
    List<Part> found = PipelineCuts.find(chain, costs, 10);
    double slowest = found.stream().mapToDouble(Part::millis).max().orElseThrow();
    assertEquals(leastSlowest(chain, costs, 0, 0), slowest, 1e-9);
    assertCovers(found, segments);
  }

  private static void assertCovers(List<Part> parts, int segments) {
    assertTrue(parts.size() > 1, parts.toString());
    assertEquals(parts.size(), parts.stream().map(Part::device).distinct().count());
    int next = 0;
    for (Part part : parts) {
      assertEquals(next, part.from());
      next = part.to();
    }
    assertEquals(segments, next);
  }

  private static DeviceCost randomCost(String device, int segments, Random random) {
    CopyCost upload = new CopyCost(random.nextDouble(), 0.1 + random.nextDouble());
    CopyCost download = new CopyCost(random.nextDouble(), 0.1 + random.nextDouble());
    double millis = 1 + 20 * random.nextDouble();
    List<Double> shares = random.doubles(segments, 0.01, 1).boxed().toList();
    FrameCost alone = new FrameCost(millis / 2, Chains.shares(shares));
    FrameCost together = new FrameCost(millis, Chains.shares(shares));
    return new DeviceCost(
        device, alone, together, 0, alone.millis(), 0, upload, download, download, Map.of());
  }

  /** Tries everything; {@code used} is a bit mask. */
  private static double leastSlowest(Chain chain, List<DeviceCost> costs, int from, int used) {
    if (from == chain.size()) {
      return Integer.bitCount(used) > 1 ? 0 : Double.MAX_VALUE;
    }
    double least = Double.MAX_VALUE;
    for (int device = 0; device < costs.size(); device++) {
      if ((used & 1 << device) != 0) {
        continue;
      }
      for (int to = from + 1; to <= chain.size(); to++) {
        double own = millis(chain, costs.get(device), from, to);
        double rest = leastSlowest(chain, costs, to, used | 1 << device);
        least = Math.min(least, Math.max(own, rest));
      }
    }
    return least;
  }

  private static double millis(Chain chain, DeviceCost cost, int from, int to) {
    double sum = 0;
    for (int segment = from; segment < to; segment++) {
      sum += cost.together().millis() * cost.together().shares().get("s" + segment);
    }
    sum += from == 0 ? 0 : cost.upload().millis(chain.bytesBefore(from));
    return sum + (to == chain.size() ? 0 : cost.download().millis(chain.bytesBefore(to)));
  }
}
