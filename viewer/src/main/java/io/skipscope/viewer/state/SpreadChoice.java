package io.skipscope.viewer.state;

import io.skipscope.schedule.Goal;
import io.skipscope.schedule.PlanKind;
import java.util.List;

/**
 * How the user wants a network spread over devices.
 *
 * @param deviceIds each once, at least one
 * @param plan null for what is predicted to be the fastest
 */
public record SpreadChoice(List<String> deviceIds, Goal goal, PlanKind plan) {
  public SpreadChoice {
    deviceIds = List.copyOf(deviceIds);
  }
}
