package io.skipscope.schedule;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A value from which several branches start that meet again in one node.
 *
 * @param begin index of the first of their nodes in running order
 * @param join index of the node where they meet; all nodes between belong to a branch
 * @param branches names of each one's nodes, in running order; at least two branches
 */
record Fork(int begin, int join, List<List<String>> branches) {
  Fork {
    branches = branches.stream().map(List::copyOf).toList();
  }

  /** Some of the branches as one list of nodes, in running order. */
  static List<String> merged(List<String> running, List<List<String>> branches) {
    return IntStream.range(0, running.size())
        .mapToObj(running::get)
        .filter(node -> branches.stream().anyMatch(branch -> branch.contains(node)))
        .toList();
  }
}
