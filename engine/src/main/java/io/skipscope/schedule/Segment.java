package io.skipscope.schedule;

import java.util.List;

/**
 * A piece of a network that a pipeline never splits: a residual block, what lies before the first,
 * between two or after the last; without blocks, what lies between places where branches meet.
 *
 * @param name the block's, else {@code stem}, {@code head}, its last node's between them, or {@code
 *     network} for all in one
 * @param nodes names of its nodes as the prepared graph has them, in running order
 * @param output the one value that the next segment reads; null for the last segment
 * @param outputBytes size of that value in float; 0 for the last segment
 */
public record Segment(String name, List<String> nodes, String output, long outputBytes) {
  public Segment {
    nodes = List.copyOf(nodes);
  }
}
