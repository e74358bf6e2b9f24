package io.skipscope.tune;

import io.skipscope.device.KernelLaunch;
import io.skipscope.op.KernelChoice;
import io.skipscope.op.KernelVariant;
import io.skipscope.op.NodeContext;
import io.skipscope.op.TunedKernels.Pick;
import io.skipscope.op.TunedVariant;
import io.skipscope.op.Tuning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Everything that may compute a node on a device. */
final class TuningSpace {
  /** One way to compute a node. */
  record Candidate(Pick pick, KernelVariant variant) {
    static Candidate of(KernelVariant variant, Tuning tuning) {
      return new Candidate(new Pick(variant.name(), tuning), TunedVariant.of(variant, tuning));
    }
  }

  private TuningSpace() {}

  /**
   * What is taken untuned, then the other variants as they are, then the settings of all of them in
   * turn, each variant's most promising first. Settings that make the same launches are one.
   *
   * @param limit so many at most
   */
  static List<Candidate> candidates(KernelChoice choice, NodeContext context, int limit) {
    KernelVariant untuned = choice.untuned(context);
    List<KernelVariant> variants = new ArrayList<>(choice.candidates(context));
    variants.remove(untuned);
    variants.add(0, untuned);
    List<Candidate> found = new ArrayList<>();
    variants.forEach(variant -> found.add(Candidate.of(variant, Tuning.DEFAULT)));
    List<Iterator<Tuning>> settings = new ArrayList<>();
    variants.forEach(variant -> settings.add(variant.tunings(context).iterator()));
    while (settings.stream().anyMatch(Iterator::hasNext)) {
      for (int i = 0; i < settings.size(); i++) {
        if (settings.get(i).hasNext()) {
          found.add(Candidate.of(variants.get(i), settings.get(i).next()));
        }
      }
    }
    Set<List<KernelLaunch>> known = new HashSet<>();
    return found.stream()
        .filter(candidate -> candidate.variant().accepts(context, choice.device()))
        .filter(candidate -> known.add(candidate.variant().launches(context)))
        .limit(limit)
        .toList();
  }
}
