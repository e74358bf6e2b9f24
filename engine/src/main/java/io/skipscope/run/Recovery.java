package io.skipscope.run;

import io.skipscope.device.Device;
import io.skipscope.device.DeviceMemoryException;
import io.skipscope.device.UnfitProgramException;
import io.skipscope.error.DeviceException;
import io.skipscope.plan.PlanOptions;
import io.skipscope.plan.UnfitPrograms;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/**
 * What happens after a device has failed at a run: the one place that decides it, and remembers it
 * for the runs that follow. Belongs to the device's thread.
 *
 * <pre>
 * a program that does not run there ──> the graph is planned without it
 * too little memory                 ──> the batch is run in parts, of half the size each time
 * anything else                     ──> everything is done anew with the reference kernels
 * that failed too                   ──> the device is given up; who opened it takes another
 * </pre>
 */
final class Recovery {
  /** What to do next. */
  enum Step {
    /** Try again; what is on the device can stay there. */
    PLAN_ANEW,
    /** Try again with a new queue and new memory, since nobody knows what the old ones hold. */
    START_ANEW,
    GIVE_UP
  }

  private final boolean runsKernels;
  private final boolean strict;
  private final UnfitPrograms unfit = new UnfitPrograms();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private PlanOptions options;
  private int largestPart = Integer.MAX_VALUE;
  private boolean isReference;

  private Recovery(Device device, PlanOptions options, boolean strict) {
    this.runsKernels = device.runsKernels();
    this.options = options;
    this.strict = strict;
  }

  /** Does all it can to get results. */
  static Recovery full(Device device, PlanOptions options) {
    return new Recovery(device, options, false);
  }

  /** Lets failures out: only kernels that do not fit the device make way. */
  static Recovery strict(Device device, PlanOptions options) {
    return new Recovery(device, options, true);
  }

  /** What to plan with. */
  PlanOptions options() {
    return options;
  }

  /** What to plan without. */
  UnfitPrograms unfit() {
    return unfit;
  }

  /** So many entries of a batch may be run at once. */
  int largestPart() {
    return largestPart;
  }

  /** One line for each change of ways, and why. Any thread. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * Changes ways after a failure.
   *
   * @param divisible how many parts the batch can be cut into; asked only if memory is short
   */
  Step after(DeviceException failure, IntSupplier divisible) {
    if (failure instanceof UnfitProgramException program && unfit.add(program)) {
      return Step.PLAN_ANEW;
    }
    if (strict) {
      return Step.GIVE_UP;
    }
    if (failure instanceof DeviceMemoryException && halve(divisible.getAsInt())) {
      lines.add(failure.getMessage() + "; batches go on in parts of " + largestPart);
      return Step.START_ANEW;
    }
    if (runsKernels && !isReference) {
      isReference = true;
      options = options.withReferenceKernels();
      lines.add(failure.getMessage() + "; the reference kernels go on");
      return Step.START_ANEW;
    }
    return Step.GIVE_UP;
  }

  /** Whether there is anything left to halve. */
  private boolean halve(int batch) {
    int current = Math.min(batch, largestPart);
    if (current < 2) {
      return false;
    }
    largestPart = (current + 1) / 2;
    return true;
  }
}
