package io.skipscope.viewer.layout;

import io.skipscope.graph.Node;
import io.skipscope.tensor.Shape;
import java.util.Locale;

/**
 * One value of a block that the card shows as a tile.
 *
 * @param tap the tap's name, under which a run hands the value out
 * @param node the operation that computes it, null for the block's input
 * @param column 0 is x, then the columns of F, then the sum and the output
 * @param row counted from the top; the trunk is the last row
 */
public record Step(Role role, String tap, Shape shape, Node node, int column, int row) {
  /** What a value is to its block. */
  public enum Role {
    /** x */
    INPUT,
    /** A step of F(x) before its last. */
    BRANCH,
    /** F(x) itself. */
    RESIDUAL,
    /** s(x) */
    SHORTCUT,
    /** F(x) + s(x) */
    SUM,
    /** What the next block receives, where that is not the sum itself. */
    OUTPUT
  }

  /** Channels of the value; a value of rank 1 or 0 is one channel. */
  public int channels() {
    return shape.rank() < 2 ? 1 : shape.channels();
  }

  /** The value's name, relative to its block where the next block has one alike: {@code .sum}. */
  public String valueName() {
    return role == Role.BRANCH ? tap : "." + role.name().toLowerCase(Locale.ROOT);
  }

  public int mapHeight() {
    return shape.rank() < 4 ? 1 : shape.height();
  }

  public int mapWidth() {
    return shape.rank() < 4 ? 1 : shape.width();
  }
}
