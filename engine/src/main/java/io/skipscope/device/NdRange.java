package io.skipscope.device;

/**
 * The index space of a kernel: axis 0 runs over columns, axis 1 over rows of the output, axis 2
 * over everything outside of a row.
 *
 * <p>Sizes are what must be covered; a device rounds them up to multiples of the work-group, so
 * kernels guard their bounds. Only axis 1 is cut when a launch is split into row ranges.
 *
 * @param local the preferred work-group; a device shrinks it to what the built kernel allows
 */
public record NdRange(long columns, long rows, long outer, WorkGroup local) {
  /** Work-items per work-group along each axis. */
  public record WorkGroup(int columns, int rows, int outer) {}

  /** For elementwise and reference kernels: wide enough for CPUs, small enough for any GPU. */
  public static final WorkGroup DEFAULT_GROUP = new WorkGroup(16, 4, 1);

  public static NdRange of(long columns, long rows, long outer) {
    return new NdRange(columns, rows, outer, DEFAULT_GROUP);
  }

  /** Whether there is nothing to cover. */
  public boolean isEmpty() {
    return columns == 0 || rows == 0 || outer == 0;
  }

  public NdRange withRows(long count) {
    return new NdRange(columns, count, outer, local);
  }
}
