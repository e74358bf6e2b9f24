package io.skipscope.schedule;

import io.skipscope.graph.ResidualBlock;
import java.util.List;
import java.util.Map;

/** What people read for some nodes of a network: by block, and by node where a block is cut. */
final class GroupNames {
  private final Chain chain;
  private final Map<String, Integer> segmentOf;

  GroupNames(Chain chain) {
    this.chain = chain;
    segmentOf = chain.segmentOfNode();
  }

  /** Such as {@code layer2.0 - layer2.3, from layer2.0.add}, for nodes without a gap. */
  String stretch(List<String> nodes) {
    String first = nodes.get(0);
    String last = nodes.get(nodes.size() - 1);
    List<String> before = segment(first).nodes();
    List<String> behind = segment(last).nodes();
    String from = before.get(0).equals(first) ? "" : "from " + first;
    String to = behind.get(behind.size() - 1).equals(last) ? "" : "to " + last;
    String ends = (from + " " + to).trim();
    return ends.isEmpty() ? segments(first, last) : segments(first, last) + ", " + ends;
  }

  /** Such as {@code layer2.0, shortcut}, or {@code network, tower1.conv1 - tower1.conv3}. */
  String branch(List<String> nodes) {
    String first = nodes.get(0);
    String last = nodes.get(nodes.size() - 1);
    String range = nodes.size() == 1 ? first : first + " - " + last;
    return segments(first, last) + ", " + roleInBlock(nodes, range);
  }

  private String roleInBlock(List<String> nodes, String otherwise) {
    for (ResidualBlock block : chain.graph().blocks()) {
      if (block.residualNodes().containsAll(nodes)) {
        return "residual";
      }
      if (block.shortcutNodes().containsAll(nodes)) {
        return "shortcut";
      }
    }
    return otherwise;
  }

  private Segment segment(String node) {
    return chain.segments().get(segmentOf.get(node));
  }

  private String segments(String first, String last) {
    return chain.describe(segmentOf.get(first), segmentOf.get(last) + 1);
  }
}
