package io.skipscope.lab;

import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * How much a number changes when a patch of the picture is hidden, for each patch.
 *
 * @param box what the number can see, within the picture
 * @param grid of the patches: those of the box, and a ring around it
 * @param number of the whole picture
 * @param change rows x columns of the grid, rows first: the size of the change, in the number's
 *     unit
 * @param runs pictures that were run, the whole one included
 */
public record MeasuredField(
    ReceptiveBox box, PatchGrid grid, float number, float[] change, int runs) {
  public float change(int row, int column) {
    return change[row * grid.columns() + column];
  }

  public float largest() {
    return largest((row, column) -> true);
  }

  /**
   * The largest change for a patch outside of the box: 0, or the rounding error of kernels that
   * compute neighbouring numbers together (Winograd's).
   */
  public float largestOutside() {
    return largest((row, column) -> !isInside(row, column));
  }

  private float largest(BiPredicate<Integer, Integer> counts) {
    float largest = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (counts.test(row, column)) {
          largest = Math.max(largest, change(row, column));
        }
      }
    }
    return largest;
  }

  /** Whether a patch lies in the box; each does with all of its pixels or with none. */
  public boolean isInside(int row, int column) {
    ReceptiveBox patch = grid.patch(row, column);
    return patch.top() >= box.top()
        && patch.bottom() <= box.bottom()
        && patch.left() >= box.left()
        && patch.right() <= box.right();
  }

  /**
   * The smallest box around all patches that change the number by more than rounding.
   *
   * @return empty where none does
   */
  public Optional<ReceptiveBox> reached() {
    ReceptiveBox reached = null;
    float rounding = largestOutside();
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (change(row, column) > rounding) {
          ReceptiveBox patch = grid.patch(row, column);
          reached = reached == null ? patch : reached.union(patch);
        }
      }
    }
    return Optional.ofNullable(reached);
  }
}
