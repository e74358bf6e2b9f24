package io.skipscope.tune;

import io.skipscope.device.KernelLaunch.Compiled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks one candidate for each shape class, so that a network is fast and yet needs few kernels.
 *
 * <p>Starts with the untuned choices and makes the best change again and again. Every further
 * kernel has to be compiled once, so it must gain more than one that is there anyway.
 */
final class Selection {
  /** The part of a class's time that a change must gain; less may be chance. */
  private static final double CLEAR_GAIN = 0.03;

  /** The part of the time of all classes that each further kernel must gain. */
  private static final double GAIN_OF_KERNEL = 0.002;

  private final List<Searched> searched;
  private final List<Timed> current = new ArrayList<>();
  private final Set<Compiled> others;
  private final Map<Timed, Set<Compiled>> kernels = new HashMap<>();

  private Selection(List<Searched> searched, Set<Compiled> others) {
    this.searched = searched;
    this.others = others;
    for (Searched each : searched) {
      current.add(each.timedUntuned().or(each::fastest).orElseThrow());
      each.timed().forEach(timed -> kernels.put(timed, each.kernels(timed.candidate())));
    }
  }

  /**
   * @param searched classes with at least one candidate that works
   * @param others kernels that the network needs besides
   * @param mostKernels of the network, unless it needs more untuned
   * @return the picks in the order of {@code searched}
   */
  static List<Timed> of(List<Searched> searched, Set<Compiled> others, int mostKernels) {
    Selection selection = new Selection(searched, others);
    int most = Math.max(mostKernels, selection.kernelCount());
    while (selection.improve(most)) {}
    return selection.current;
  }

  /** Makes the change that gains most; false if none is worth it. */
  private boolean improve(int mostKernels) {
    int before = kernelCount();
    double leastGain = GAIN_OF_KERNEL * totalNanos();
    double bestGain = 0;
    int bestClass = -1;
    Timed best = null;
    for (int i = 0; i < current.size(); i++) {
      Timed now = current.get(i);
      for (Timed other : searched.get(i).timed()) {
        double gain = (now.nanos() - other.nanos()) * searched.get(i).nodes().size();
        if (other.nanos() < (1 - CLEAR_GAIN) * now.nanos() && gain > bestGain) {
          current.set(i, other);
          int after = kernelCount();
          if (after <= mostKernels && gain >= (after - before) * leastGain) {
            bestGain = gain;
            bestClass = i;
            best = other;
          }
        }
      }
      current.set(i, now);
    }
    if (best != null) {
      current.set(bestClass, best);
    }
    return best != null;
  }

  private int kernelCount() {
    Set<Compiled> all = new HashSet<>(others);
    current.forEach(timed -> all.addAll(kernels.get(timed)));
    return all.size();
  }

  private double totalNanos() {
    double total = 0;
    for (int i = 0; i < current.size(); i++) {
      total += current.get(i).nanos() * searched.get(i).nodes().size();
    }
    return total;
  }
}
