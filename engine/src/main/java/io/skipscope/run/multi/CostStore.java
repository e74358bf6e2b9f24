package io.skipscope.run.multi;

import com.fasterxml.jackson.core.type.TypeReference;
import io.skipscope.device.DeviceInfo;
import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.plan.PlanOptions;
import io.skipscope.run.Measurements;
import io.skipscope.schedule.Chain;
import io.skipscope.schedule.DeviceCost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Measured costs, kept in a file by network, options and group of devices. One thread. */
final class CostStore {
  /** Counts the changes of what is measured: costs of another form are not used. */
  private static final String FORM = "costs 2: ";

  private final Measurements<List<DeviceCost>> kept;

  /**
   * @param file need not exist
   * @param problems told one line for each failure
   */
  CostStore(Path file, Consumer<String> problems) {
    kept =
        new Measurements<>(
            file,
            "measured costs",
            new TypeReference<List<DeviceCost>>() {}.getType(),
            costs -> !costs.isEmpty() && costs.stream().allMatch(CostStore::isPossible),
            problems);
  }

  private static boolean isPossible(DeviceCost cost) {
    return cost != null && cost.alone() != null && cost.isPossible(cost.alone().shares().keySet());
  }

  /** What a group of devices depends on: the network's form, how it is compiled, the drivers. */
  static String key(Chain chain, PlanOptions options, Collection<DeviceInfo> devices) {
    StringBuilder key = new StringBuilder(FORM + chain.graph().name() + " " + form(chain.graph()));
    key.append(" | ").append(options.passes()).append(' ').append(options.family());
    key.append(' ').append(options.precision()).append(' ').append(options.launchLimit());
    devices.forEach(info -> key.append(" | ").append(info.id()).append(": ").append(info.model()));
    return key.toString();
  }

  /** A digest of operators, names and shapes; the weights do not matter. */
  private static UUID form(Graph graph) {
    StringBuilder text = new StringBuilder();
    graph.inputs().forEach(name -> text.append(name).append(graph.shape(name)));
    for (Node node : graph.nodes()) {
      text.append(node.op()).append(node.name()).append(node.reads());
      node.writes().forEach(value -> text.append(graph.shape(value)));
    }
    return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  Optional<List<DeviceCost>> get(String key, Chain chain) {
    Set<String> nodes = chain.segmentOfNode().keySet();
    return kept.get(key).filter(costs -> costs.stream().allMatch(cost -> cost.isPossible(nodes)));
  }

  void put(String key, List<DeviceCost> costs) {
    kept.put(key, costs);
  }

  void forget(String key) {
    kept.remove(key);
  }
}
