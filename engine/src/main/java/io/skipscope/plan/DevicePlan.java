package io.skipscope.plan;

import java.util.List;

/**
 * What one device does.
 *
 * @param memory where computed values, inputs and scratch lie; stored values lie elsewhere
 */
public record DevicePlan(String deviceId, List<Step> steps, MemoryPlan memory) {
  public DevicePlan {
    steps = List.copyOf(steps);
  }
}
