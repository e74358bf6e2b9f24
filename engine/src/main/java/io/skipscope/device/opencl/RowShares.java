package io.skipscope.device.opencl;

import io.skipscope.device.KernelLaunch;
import java.util.ArrayList;
import java.util.List;

/** Shares the rows of a launch out to equally fast devices. */
final class RowShares {
  private RowShares() {}

  /**
   * At most so many launches that together compute every row once, from the top to the bottom; the
   * launch itself where it has fewer rows. Larger ones are cut between work-groups.
   */
  static List<KernelLaunch> of(KernelLaunch whole, int devices) {
    int rows = whole.rowEnd() - whole.rowBegin();
    if (rows < devices || whole.range().isEmpty()) {
      return List.of(whole);
    }
    int groupRows = whole.range().local().rows();
    int unit = rows >= devices * groupRows ? groupRows : 1;
    List<KernelLaunch> shares = new ArrayList<>();
    int begin = whole.rowBegin();
    for (int device = 1; device <= devices; device++) {
      int end =
          device == devices ? whole.rowEnd() : whole.rowBegin() + cut(rows, device, devices, unit);
      shares.add(whole.rows(begin, end));
      begin = end;
    }
    return shares;
  }

  /** The multiple of the unit that is next to where the share of some devices ends. */
  private static int cut(int rows, int device, int devices, int unit) {
    return (int) Math.round((double) rows * device / devices / unit) * unit;
  }
}
