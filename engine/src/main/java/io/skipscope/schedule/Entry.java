package io.skipscope.schedule;

import io.skipscope.graph.Graph;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A place inside a network where a device can go on at values from the host, and the short piece
 * behind it, whose runs tell what going on takes: in a longer one the machine's pauses would hide
 * that.
 *
 * @param nodes of the piece, names in running order
 * @param readBytes of the values that it goes on at, above 0
 * @param writtenBytes of the values that it hands on
 */
public record Entry(List<String> nodes, long readBytes, long writtenBytes) {
  public Entry {
    nodes = List.copyOf(nodes);
  }

  /**
   * The segments behind borders; in a network without borders, the first nodes of branches. None
   * where no values can cross.
   */
  public static List<Entry> of(Chain chain) {
    return chain.size() > 1 ? behindBorders(chain) : behindForks(chain.graph());
  }

  private static List<Entry> behindBorders(Chain chain) {
    return IntStream.range(1, chain.size())
        .mapToObj(
            segment ->
                new Entry(
                    chain.nodes(segment, segment + 1),
                    chain.bytesBefore(segment),
                    chain.bytesAfter(segment + 1)))
        .toList();
  }

  private static List<Entry> behindForks(Graph graph) {
    return Forks.of(graph).stream()
        .flatMap(fork -> fork.branches().stream())
        .map(branch -> NodeGroup.of(graph, 0, "", branch.subList(0, 1)))
        .filter(group -> group.readBytes(graph) > 0)
        .map(
            group ->
                new Entry(group.nodes(), group.readBytes(graph), group.writtenBytes(graph).sum()))
        .toList();
  }
}
