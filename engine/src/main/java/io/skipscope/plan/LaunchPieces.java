package io.skipscope.plan;

import io.skipscope.device.Arg;
import io.skipscope.device.DeviceInfo;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Into how many launches, of some rows each, one is cut that would take too long: at first by what
 * it has to compute, later by the time that it took. Belongs to the device's thread.
 */
public final class LaunchPieces {
  /**
   * What even a slow kernel on a slow GPU reaches, for one compute unit. Cutting too often costs
   * some microseconds; cutting too late once freezes the screen.
   */
  private static final double SURE_FLOPS_PER_NANO = 1;

  private static final int MOST_PIECES = 1 << 20;

  /** A launch, however many rows of it there are. */
  private record Work(String node, KernelSpec kernel, List<Arg> args) {
    static Work of(KernelLaunch launch) {
      return new Work(launch.node(), launch.kernel(), launch.args());
    }
  }

  private final long limitNanos;
  private final double sureFlops;
  private final Map<Work, Integer> measured = new HashMap<>();

  /**
   * @throws io.skipscope.error.InputException if the system property that the limit asks for holds
   *     none
   */
  public LaunchPieces(LaunchLimit limit, DeviceInfo device) {
    limitNanos = limit.nanosOn(device);
    sureFlops = SURE_FLOPS_PER_NANO * device.computeUnits() * limitNanos;
  }

  /** Whether anything is cut at all. */
  public boolean isLimited() {
    return limitNanos < Long.MAX_VALUE;
  }

  /**
   * The launches that take the place of one, in order: together they compute all of its rows, once.
   *
   * @param flops of all rows; 0 if that is not known
   */
  List<KernelLaunch> cut(KernelLaunch whole, long flops) {
    if (!isLimited()) {
      return List.of(whole);
    }
    int predicted = (int) Math.min(MOST_PIECES, Math.ceil(flops / sureFlops));
    int pieces = Math.max(predicted, measured.getOrDefault(Work.of(whole), 1));
    return pieces < 2 ? List.of(whole) : cut(whole, pieces);
  }

  /** As many pieces or some more, since whole work-groups of rows waste nothing. */
  private static List<KernelLaunch> cut(KernelLaunch whole, int pieces) {
    int groupRows = whole.range().local().rows();
    int count = whole.rowEnd() - whole.rowBegin();
    int rows = Math.max(1, count / pieces);
    rows = rows > groupRows ? rows / groupRows * groupRows : rows;
    List<KernelLaunch> cut = new ArrayList<>();
    for (int begin = whole.rowBegin(); begin < whole.rowEnd(); begin += rows) {
      cut.add(whole.rows(begin, Math.min(whole.rowEnd(), begin + rows)));
    }
    return cut.isEmpty() ? List.of(whole) : cut;
  }

  /**
   * Looks at the time of each launch of a plan.
   *
   * @param launches of a plan that was made with this
   * @param nanos one for each of them
   * @return whether some took too long and can be cut further, so that a new plan is better
   */
  public boolean learn(List<KernelLaunch> launches, List<Long> nanos) {
    Map<Work, Integer> pieces = new HashMap<>();
    launches.forEach(launch -> pieces.merge(Work.of(launch), 1, Integer::sum));
    boolean news = false;
    for (int index = 0; index < launches.size(); index++) {
      KernelLaunch launch = launches.get(index);
      double over = (double) nanos.get(index) / limitNanos;
      if (over > 1 && launch.rowEnd() - launch.rowBegin() > 1) {
        int wanted = (int) Math.min(MOST_PIECES, Math.ceil(pieces.get(Work.of(launch)) * over));
        measured.merge(Work.of(launch), wanted, Math::max);
        news = true;
      }
    }
    return news;
  }
}
