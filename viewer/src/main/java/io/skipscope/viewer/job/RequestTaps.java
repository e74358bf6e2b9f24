package io.skipscope.viewer.job;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.tap.TapPoint;
import io.skipscope.tap.TapSet;
import io.skipscope.viewer.layout.CardPlan;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which values a request needs. */
final class RequestTaps {
  private RequestTaps() {}

  /**
   * The values that are shown, and what the wanted one is computed from; where channels are zeroed,
   * what is left of the value.
   *
   * @param plan of the block; null for a model without blocks
   */
  static TapSet of(RunRequest request, CardPlan plan) {
    Graph graph = request.model().graph();
    Set<String> names = new LinkedHashSet<>();
    if (plan != null) {
      names.addAll(plan.taps());
    }
    if (!request.tap().isEmpty()) {
      names.add(request.tap());
      names.addAll(unread(graph, request.tap(), TapSet.named(graph, names).values()));
    }
    return inChanged(request, names);
  }

  /** The request's wanted value alone. */
  static TapSet ofWanted(RunRequest request) {
    return inChanged(request, List.of(request.tap()));
  }

  /** Values as the changed network has them. */
  private static TapSet inChanged(RunRequest request, Collection<String> names) {
    return new TapSet(
        TapSet.named(request.model().graph(), names).points().stream()
            .map(
                point ->
                    new TapPoint(
                        point.name(), request.changes().read(point.value()), point.statsOnly()))
            .toList());
  }

  /** What the node of a tap reads and is not among the known values. */
  private static List<String> unread(Graph graph, String tap, Set<String> known) {
    String value = TapSet.named(graph, List.of(tap)).points().get(0).value();
    Node node = graph.producer(value);
    return node == null
        ? List.of()
        : node.reads().stream()
            .filter(read -> !graph.value(read).role().isStored())
            .filter(read -> !graph.inputs().contains(read) && !known.contains(read))
            .toList();
  }
}
