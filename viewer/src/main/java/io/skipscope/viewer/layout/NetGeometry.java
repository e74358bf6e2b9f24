package io.skipscope.viewer.layout;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/**
 * Where everything of the drawn network stands, in logical pixels. In a chain the trunk is one
 * straight line from the first part to the last; otherwise the parts are boxes joined by wires.
 *
 * @param parts in running order
 * @param wires empty for a chain; otherwise one line for each connection, with its bends
 * @param widestChannels what a bar of full width stands for
 */
public record NetGeometry(
    List<NetPart> parts,
    List<List<Point2D>> wires,
    int widestChannels,
    NetMetrics metrics,
    double width,
    double height) {
  public NetGeometry {
    parts = List.copyOf(parts);
    wires = List.copyOf(wires);
  }

  /** Whether the parts are boxes joined by wires. */
  public boolean isLayered() {
    return !wires.isEmpty();
  }

  public Optional<NetPart> partAt(double x, double y) {
    return parts.stream().filter(part -> part.contains(x, y)).findFirst();
  }

  /** The part that shows a block: itself, or the stage that it is folded into. */
  public Optional<NetPart> partOf(int block) {
    NetPart found = null;
    for (NetPart part : parts) {
      boolean shows = part.kind() != NetPart.Kind.HEADING && part.block() >= 0;
      if (shows && part.block() <= block) {
        found = part;
      }
    }
    return Optional.ofNullable(found);
  }
}
