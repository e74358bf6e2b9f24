package io.skipscope.schedule;

import java.util.ArrayList;
import java.util.List;

/** Shares frames out to devices in proportion to their speed, in whole frames. */
final class FrameShares {
  private FrameShares() {}

  /**
   * One part for each device that gets frames. Each frame in turn goes to the device that would be
   * done with it first, which makes the last one's end as early as whole frames allow.
   */
  static List<Part> find(Chain chain, List<DeviceCost> costs, int frames) {
    int[] shares = new int[costs.size()];
    for (int frame = 0; frame < frames; frame++) {
      shares[firstDone(costs, shares)]++;
    }
    List<Part> parts = new ArrayList<>();
    for (int device = 0; device < costs.size(); device++) {
      DeviceCost cost = costs.get(device);
      if (shares[device] > 0) {
        double millis = cost.together().millis();
        parts.add(new Part(cost.device(), 0, chain.size(), shares[device], millis));
      }
    }
    return parts;
  }

  private static int firstDone(List<DeviceCost> costs, int[] shares) {
    int best = 0;
    for (int device = 1; device < shares.length; device++) {
      if (endMillis(costs, shares, device) < endMillis(costs, shares, best)) {
        best = device;
      }
    }
    return best;
  }

  private static double endMillis(List<DeviceCost> costs, int[] shares, int device) {
    return costs.get(device).streamMillis(shares[device] + 1);
  }
}
