package io.skipscope.plan;

import io.skipscope.graph.Graph;
import io.skipscope.op.PackedValue;
import io.skipscope.tap.TapSet;
import io.skipscope.tensor.DataType;
import java.util.List;
import java.util.Set;

/**
 * A graph made ready to run: per device a list of steps, with memory offsets as data. Immutable;
 * may be run any number of times.
 *
 * @param graph as compiled: folded, fused, with the shapes of this plan
 * @param devices one entry per device; with one device there are no transfers
 * @param parameters the stored values that launches read, each in the order that they want
 * @param fallbacks one line for each node that does not run on the kernels that were asked for
 * @param tunedNodes nodes whose kernels a search on the device has found
 */
public record Plan(
    PlanKey key,
    Graph graph,
    List<DevicePlan> devices,
    Set<PackedValue> parameters,
    List<String> fallbacks,
    int tunedNodes) {
  public Plan {
    devices = List.copyOf(devices);
    parameters = Set.copyOf(parameters);
    fallbacks = List.copyOf(fallbacks);
  }

  public TapSet taps() {
    return key.taps();
  }

  /** What the numbers of values are rounded to; what else is in memory is in float. */
  public DataType storage() {
    return key.options().precision().storage();
  }
}
