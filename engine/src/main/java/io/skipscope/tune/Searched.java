package io.skipscope.tune;

import io.skipscope.device.KernelLaunch;
import io.skipscope.op.NodeContext;
import io.skipscope.tune.TuningSpace.Candidate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one shape class after a search.
 *
 * @param nodes of that class, at least one
 * @param untuned what is taken without a search
 * @param timed the candidates that work
 * @param failures one line for each candidate that does not
 */
record Searched(
    ShapeClass shape,
    List<NodeContext> nodes,
    Candidate untuned,
    List<Timed> timed,
    List<String> failures) {
  /** The untuned choice with its time; empty if that does not work here. */
  Optional<Timed> timedUntuned() {
    return timed.stream().filter(each -> each.candidate().equals(untuned)).findFirst();
  }

  /** Empty if no candidate works. */
  Optional<Timed> fastest() {
    return timed.stream().min(Comparator.comparingDouble(Timed::nanos));
  }

  /** All kernels that these nodes need if they are computed by a candidate. */
  Set<KernelLaunch.Compiled> kernels(Candidate by) {
    Set<KernelLaunch.Compiled> kernels = new HashSet<>();
    for (NodeContext node : nodes) {
      by.variant().launches(node).forEach(launch -> kernels.add(launch.compiled()));
    }
    return kernels;
  }
}
