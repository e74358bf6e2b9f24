package io.skipscope.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a number can see into square patches, with a ring of patches around it where the
 * picture goes on.
 *
 * @param side of a patch, in pixels; patches at the far edges may be smaller
 * @param rowCuts where rows of patches begin, in pixels from the top, and where the last one ends
 * @param columnCuts likewise from the left
 */
public record PatchGrid(int side, List<Integer> rowCuts, List<Integer> columnCuts) {
  public PatchGrid {
    rowCuts = List.copyOf(rowCuts);
    columnCuts = List.copyOf(columnCuts);
  }

  /**
   * The finest grid of at most so many patches.
   *
   * @param box may reach beyond the picture
   * @param height of the picture; {@code width} likewise
   * @param most at least 9: one patch and the ring
   */
  static PatchGrid over(ReceptiveBox box, int height, int width, int most) {
    for (int side = 1; ; side++) {
      PatchGrid grid =
          new PatchGrid(
              side,
              cuts(box.top(), box.bottom(), height, side),
              cuts(box.left(), box.right(), width, side));
      if (grid.rows() * grid.columns() <= most) {
        return grid;
      }
    }
  }

  private static List<Integer> cuts(int first, int end, int extent, int side) {
    int from = Math.max(0, Math.min(first, extent));
    int to = Math.max(from, Math.min(end, extent));
    List<Integer> cuts = new ArrayList<>();
    if (from > 0) {
      cuts.add(Math.max(0, from - side));
    }
    for (int at = from; at < to; at += side) {
      cuts.add(at);
    }
    cuts.add(to);
    if (to < extent) {
      cuts.add(Math.min(extent, to + side));
    }
    return cuts;
  }

  public int rows() {
    return rowCuts.size() - 1;
  }

  public int columns() {
    return columnCuts.size() - 1;
  }

  /** The pixels of a patch. */
  public ReceptiveBox patch(int row, int column) {
    return new ReceptiveBox(
        rowCuts.get(row), columnCuts.get(column), rowCuts.get(row + 1), columnCuts.get(column + 1));
  }
}
