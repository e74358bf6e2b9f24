package io.skipscope.viewer.layout;

import java.util.List;
import java.util.Optional;

/**
 * Where everything of the drawn network stands, in logical pixels. The trunk is one straight line
 * from the first part to the last.
 *
 * @param parts from top to bottom
 * @param widestChannels what a bar of full width stands for
 */
public record NetGeometry(
    List<NetPart> parts, int widestChannels, NetMetrics metrics, double height) {
  public NetGeometry {
    parts = List.copyOf(parts);
  }

  public Optional<NetPart> partAt(double x, double y) {
    return parts.stream().filter(part -> part.contains(x, y)).findFirst();
  }

  /** The part that shows a block: itself, or the stage that it is folded into. */
  public Optional<NetPart> partOf(int block) {
    NetPart found = null;
    for (NetPart part : parts) {
      boolean shows = part.kind() == NetPart.Kind.BLOCK || part.kind() == NetPart.Kind.STAGE;
      if (shows && part.block() <= block) {
        found = part;
      }
    }
    return Optional.ofNullable(found);
  }
}
