package io.skipscope.viewer.layout;

import io.skipscope.graph.Node;
import io.skipscope.graph.ResidualBlock;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * One part of the drawn network, on the trunk from top to bottom.
 *
 * @param kind what is drawn there
 * @param name the stage's, the block's or the operator's
 * @param block the block's index in the model's list; for a stage its first; −1 for an operator
 *     outside of blocks
 * @param area all that belongs to it; the trunk runs through it from its top to its bottom
 * @param bars F as a row of bars, one for each of its convolutions or operators; empty where F is
 *     folded away
 */
public record NetPart(Kind kind, String name, int block, Rectangle2D area, List<Bar> bars) {
  /** What is drawn. */
  public enum Kind {
    /** The heading of a stage that is unfolded. */
    HEADING,
    /** A stage whose blocks are folded away. */
    STAGE,
    BLOCK,
    /** An operator before, between or behind the blocks. */
    OPERATOR
  }

  /**
   * One step of F.
   *
   * @param node the operation
   * @param area its width grows with the square root of its value's channels
   */
  public record Bar(Node node, Rectangle2D area) {}

  public NetPart {
    bars = List.copyOf(bars);
  }

  /** Whether a point selects this part. */
  public boolean contains(double x, double y) {
    return area.contains(x, y);
  }

  /** Whether a search for {@code text}, in lower case, finds this part. */
  public boolean matches(String text, ResidualBlock found) {
    return !text.isEmpty()
        && (name.toLowerCase(java.util.Locale.ROOT).contains(text)
            || (found != null
                && kind == Kind.BLOCK
                && found.residualNodes().stream()
                    .anyMatch(n -> n.toLowerCase(java.util.Locale.ROOT).contains(text))));
  }
}
