package io.skipscope.run.multi;

import io.skipscope.device.DeviceInfo;
import io.skipscope.schedule.DeviceCost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Parts of one device that work as one: they share the rows of each layer, and nothing is copied
 * between them. Each team has a worker and a cost like a device of its own.
 */
final class Teams implements AutoCloseable {
  private static final char BEFORE_PART = '/';

  private final Function<List<String>, Optional<DeviceInfo>> finder;
  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<String, DeviceWorker> workers = new LinkedHashMap<>();
  private final List<DeviceCost> costs = new ArrayList<>();

  /**
   * @param finder the team of some parts by their ids, if they can be one
   */
  Teams(Function<List<String>, Optional<DeviceInfo>> finder) {
    this.finder = finder;
  }

  /** The ids of the teams that some devices can form, each device in one at most. */
  List<String> find(Collection<String> devices) {
    Map<String, List<String>> parts = new TreeMap<>();
    for (String id : devices) {
      int end = id.indexOf(BEFORE_PART);
      if (end > 0) {
        parts.computeIfAbsent(id.substring(0, end), whole -> new ArrayList<>()).add(id);
      }
    }
    List<String> found = new ArrayList<>();
    for (List<String> ofOne : parts.values()) {
      finder
          .apply(ofOne)
          .ifPresent(
              team -> {
                members.put(team.id(), ofOne);
                found.add(team.id());
              });
    }
    return found;
  }

  void add(DeviceWorker worker) {
    workers.put(worker.id(), worker);
  }

  void add(DeviceCost cost) {
    costs.add(cost);
  }

  Map<String, DeviceWorker> workers() {
    return Map.copyOf(workers);
  }

  /** Takes costs that were measured again in place of those of the same team. */
  void replace(DeviceCost cost) {
    costs.replaceAll(old -> old.device().equals(cost.device()) ? cost : old);
  }

  /** One for each team that could be measured. */
  List<DeviceCost> costs() {
    return List.copyOf(costs);
  }

  /** Ends the team of that id, or that a device of that id is in. */
  void remove(String device) {
    for (String team : List.copyOf(members.keySet())) {
      if (team.equals(device) || members.get(team).contains(device)) {
        members.remove(team);
        costs.removeIf(cost -> cost.device().equals(team));
        DeviceWorker worker = workers.remove(team);
        if (worker != null) {
          worker.close();
        }
      }
    }
  }

  @Override
  public void close() {
    workers.values().forEach(DeviceWorker::close);
    workers.clear();
  }
}
