package io.skipscope.run;

import io.skipscope.device.DeviceInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Time, device and bytes of a run.
 *
 * @param totalNanos from handing over the inputs to holding the outputs and taps
 * @param activationBytes memory of the plan's arenas
 * @param parameterBytes device memory of weights and other stored values
 * @param nodes one entry per launch, in order; none unless the run was timed
 * @param launchesLeftOut how many were not done again, as their numbers are those of the run before
 * @param fallbacks what did not run as asked, one line each
 */
public record RunReport(
    DeviceInfo device,
    long totalNanos,
    long activationBytes,
    long parameterBytes,
    List<NodeTime> nodes,
    int launchesLeftOut,
    List<String> fallbacks) {
  public RunReport {
    nodes = List.copyOf(nodes);
    fallbacks = List.copyOf(fallbacks);
  }

  /** Of a run that did everything. */
  public RunReport(
      DeviceInfo device,
      long totalNanos,
      long activationBytes,
      long parameterBytes,
      List<NodeTime> nodes,
      List<String> fallbacks) {
    this(device, totalNanos, activationBytes, parameterBytes, nodes, 0, fallbacks);
  }

  /** The same without the time of each launch. */
  public RunReport withoutTimes() {
    return new RunReport(
        device, totalNanos, activationBytes, parameterBytes, List.of(), launchesLeftOut, fallbacks);
  }

  /** The same with further lines. */
  public RunReport withFallbacks(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(fallbacks);
    return new RunReport(
        device, totalNanos, activationBytes, parameterBytes, nodes, launchesLeftOut, all);
  }
}
