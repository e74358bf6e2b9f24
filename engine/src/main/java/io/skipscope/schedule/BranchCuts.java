package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the branches of forks to several devices. One device, the main one, runs all that lies
 * between forks, with the nodes where branches meet; of a fork's branches each device runs some,
 * the longest given out first, each to the device that would be done with it first (Graham: Bounds
 * on Multiprocessing Timing Anomalies, 1969). Then a fork is either given out so or left to the
 * main device, whichever takes less with the copies.
 *
 * <pre>
 * main device   ──> nodes ──> branch ──┬──> join, nodes ──> branch ──┬──> join, nodes ──>
 * another            └──────> branch ──┘      └───────────> branch ──┘
 * </pre>
 */
final class BranchCuts {
  private final Chain chain;
  private final Graph graph;
  private final List<String> nodes;
  private final GroupNames names;
  private final Map<String, Integer> segmentOf;
  private final List<DeviceCost> costs;
  private final int frames;

  private BranchCuts(Chain chain, List<DeviceCost> costs, int frames) {
    this.chain = chain;
    this.costs = costs;
    this.frames = frames;
    graph = chain.graph();
    nodes = graph.nodes().stream().map(Node::name).toList();
    names = new GroupNames(chain);
    segmentOf = chain.segmentOfNode();
  }

  /** A fork given out: the nodes that each device runs of it. */
  private record Share(Fork fork, Map<DeviceCost, List<String>> nodes) {}

  /**
   * Parts of the stages in their order, of which one has several devices at least; none if there is
   * nothing to give out.
   */
  static List<Part> find(Chain chain, List<DeviceCost> costs, int frames) {
    return costs.size() < 2 ? List.of() : new BranchCuts(chain, costs, frames).parts();
  }

  /** What a part takes behind the stage before, by other costs than those it was found with. */
  static double millis(Graph graph, DeviceCost cost, NodeGroup group, boolean isBesideOthers) {
    return cost.groupMillis(graph, isBesideOthers ? cost.together() : cost.alone(), group);
  }

  /** Why {@link #find} finds nothing though there are devices. */
  static String reason(Chain chain) {
    return Forks.of(chain.graph()).isEmpty()
        ? "no place where the network forks into branches that each compute something"
        : "forks whose branches fusing has put in a single launch";
  }

  private List<Part> parts() {
    List<Fork> forks = Forks.of(graph);
    return costs.stream()
        .map(main -> around(main, forks))
        .filter(parts -> !parts.isEmpty())
        .min(Comparator.comparingDouble(StagedParts::millis))
        .orElse(List.of());
  }

  /** The forks that gain, or the one that loses least; none if none can be given out. */
  private List<Part> around(DeviceCost main, List<Fork> forks) {
    List<Share> shares =
        forks.stream()
            .filter(fork -> hasSeveralLaunches(main, fork))
            .map(fork -> share(main, fork))
            .sorted(Comparator.comparingDouble(share -> millisWith(main, share)))
            .toList();
    double unshared = main.alone().millis();
    List<Share> gainful =
        shares.stream()
            .filter(share -> share == shares.get(0) || millisWith(main, share) < unshared)
            .sorted(Comparator.comparingInt(share -> share.fork.begin()))
            .toList();
    return gainful.isEmpty() ? List.of() : stages(main, gainful);
  }

  private double millisWith(DeviceCost main, Share only) {
    return StagedParts.millis(stages(main, List.of(only)));
  }

  /** What fusing has put into the launch of another node took no time of its own. */
  private static boolean hasSeveralLaunches(DeviceCost main, Fork fork) {
    return fork.branches().stream().filter(nodes -> main.alone().millis(nodes) > 0).count() > 1;
  }

  private Share share(DeviceCost main, Fork fork) {
    List<DeviceCost> devices = new ArrayList<>(List.of(main));
    costs.stream().filter(cost -> cost != main).forEach(devices::add);
    Map<DeviceCost, List<List<String>>> given = new LinkedHashMap<>();
    List<List<String>> longestFirst =
        fork.branches().stream()
            .sorted(Comparator.comparingDouble(branch -> -main.together().millis(branch)))
            .toList();
    for (List<String> branch : longestFirst) {
      boolean isLast = branch == longestFirst.get(longestFirst.size() - 1);
      devices.stream()
          .filter(device -> !(isLast && given.size() == 1 && given.containsKey(device)))
          .min(Comparator.comparingDouble(device -> millisWith(device, given, branch)))
          .ifPresent(
              device -> given.computeIfAbsent(device, none -> new ArrayList<>()).add(branch));
    }
    Map<DeviceCost, List<String>> shares = new LinkedHashMap<>();
    given.forEach((device, branches) -> shares.put(device, Fork.merged(nodes, branches)));
    return new Share(fork, shares);
  }

  private double millisWith(
      DeviceCost device, Map<DeviceCost, List<List<String>>> given, List<String> branch) {
    List<List<String>> all = new ArrayList<>(given.getOrDefault(device, List.of()));
    all.add(branch);
    NodeGroup group = NodeGroup.of(graph, 0, "", Fork.merged(nodes, all));
    return millis(graph, device, group, true);
  }

  /**
   * @param shares in running order
   */
  private List<Part> stages(DeviceCost main, List<Share> shares) {
    List<Part> parts = new ArrayList<>();
    int stage = 0;
    int begin = 0;
    for (Share share : shares) {
      if (share.fork.begin() > begin) {
        parts.add(stretch(main, stage++, nodes.subList(begin, share.fork.begin())));
      }
      int branches = stage++;
      share.nodes.forEach(
          (device, own) -> parts.add(part(device, branches, names.branch(own), own, true)));
      begin = share.fork.join();
    }
    parts.add(stretch(main, stage, nodes.subList(begin, nodes.size())));
    return StagedParts.withHandOvers(List.of(), parts, costs);
  }

  private Part stretch(DeviceCost main, int stage, List<String> own) {
    return part(main, stage, names.stretch(own), own, false);
  }

  private Part part(
      DeviceCost cost, int stage, String name, List<String> own, boolean isBesideOthers) {
    NodeGroup group = NodeGroup.of(graph, stage, name, own);
    int from = segmentOf.get(own.get(0));
    int to = segmentOf.get(own.get(own.size() - 1)) + 1;
    double millis = millis(graph, cost, group, isBesideOthers);
    return new Part(cost.device(), from, to, frames, millis, null, group);
  }
}
