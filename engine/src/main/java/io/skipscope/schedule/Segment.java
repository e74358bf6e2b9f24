package io.skipscope.schedule;

import java.util.List;

/**
 * A piece of a network that is never split: a residual block, or what lies before the first or
 * after the last one.
 *
 * @param name the block's, {@code stem}, {@code head}, or {@code network} for one without blocks
 * @param nodes names of its nodes as the prepared graph has them, in running order
 * @param output the one value that the next segment reads; null for the last segment
 * @param outputBytes size of that value in float; 0 for the last segment
 */
public record Segment(String name, List<String> nodes, String output, long outputBytes) {
  public Segment {
    nodes = List.copyOf(nodes);
  }
}
