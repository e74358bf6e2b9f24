package io.skipscope.viewer.render;

import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.state.BlockRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the branch F and the shortcut s of a block are to each other, per channel and altogether.
 *
 * @param channels one for each channel of the sum
 * @param whole of all channels together
 * @param deadChannels of the output, which are above zero nowhere; -1 where no activation follows
 *     the sum, so that numbers below zero say something too
 */
record BranchNumbers(List<Of> channels, Of whole, int deadChannels) {
  /**
   * @param share ||F|| / (||F|| + ||s||); NaN if both are zero
   * @param cosine of the angle between F and s, from -1 to 1; NaN if one is zero
   * @param switched the share of the sum's numbers that F brings from zero or below to above it, or
   *     back, as a ReLU tells them apart
   * @param dead whether the output is above zero nowhere
   */
  record Of(double share, double cosine, double switched, boolean dead) {}

  /** Sums over numbers of F and s. */
  private static final class Sums {
    private final float shortcutScale;
    private double squaresOfF;
    private double squaresOfS;
    private double products;
    private long switched;
    private long count;
    private boolean alive;

    /**
     * @param shortcutScale what s is multiplied by before the sum
     */
    Sums(float shortcutScale) {
      this.shortcutScale = shortcutScale;
    }

    /** Numbers at the same places; summed up in registers, for there are very many. */
    void add(float[] f, float[] s, float[] sum, float[] output) {
      double ofF = 0;
      double ofS = 0;
      double ofBoth = 0;
      int others = 0;
      boolean positive = false;
      for (int i = 0; i < f.length; i++) {
        ofF += (double) f[i] * f[i];
        ofS += (double) s[i] * s[i];
        ofBoth += (double) f[i] * s[i];
        others += (sum[i] > 0) == (shortcutScale * s[i] > 0) ? 0 : 1;
        positive |= output[i] > 0;
      }
      squaresOfF += ofF;
      squaresOfS += ofS;
      products += ofBoth;
      switched += others;
      count += f.length;
      alive |= positive;
    }

    void add(Sums other) {
      squaresOfF += other.squaresOfF;
      squaresOfS += other.squaresOfS;
      products += other.products;
      switched += other.switched;
      count += other.count;
      alive |= other.alive;
    }

    Of numbers() {
      double f = Math.sqrt(squaresOfF);
      double s = Math.sqrt(squaresOfS);
      return new Of(f / (f + s), products / (f * s), switched / (double) count, !alive);
    }
  }

  /** The maps of a value, copied one at a time: together they are larger than a cache. */
  private static final class Maps {
    private final Tensor tensor;
    private final float[] map;

    Maps(Tensor tensor, int channels) {
      this.tensor = tensor;
      map = new float[tensor.shape().elementCount() / channels];
    }

    /** The numbers of a channel, until the next one is asked for. */
    float[] at(int channel) {
      tensor.read(channel * map.length, map);
      return map;
    }
  }

  BranchNumbers {
    channels = List.copyOf(channels);
  }

  /** Whether an activation follows the sum. */
  boolean isActivated() {
    return deadChannels >= 0;
  }

  /**
   * Looks at every number of the block; any thread.
   *
   * @return empty for a block without a shortcut, and while its values are not all known
   */
  static Optional<BranchNumbers> of(BlockRun run) {
    Optional<Maps> f = maps(run, Role.RESIDUAL);
    Optional<Maps> s = maps(run, Role.SHORTCUT);
    Optional<Maps> sum = maps(run, Role.SUM);
    boolean activated = run.plan().step(Role.OUTPUT).isPresent();
    Optional<Maps> output = activated ? maps(run, Role.OUTPUT) : sum;
    if (f.isEmpty() || s.isEmpty() || sum.isEmpty() || output.isEmpty()) {
      return Optional.empty();
    }
    int channels = run.plan().step(Role.SUM).map(Step::channels).orElseThrow();
    float scale = run.changes().scalesOf(run.plan().block().name()).shortcut();
    Sums[] perChannel = new Sums[channels];
    Sums all = new Sums(scale);
    for (int c = 0; c < channels; c++) {
      perChannel[c] = new Sums(scale);
      perChannel[c].add(f.get().at(c), s.get().at(c), sum.get().at(c), output.get().at(c));
      all.add(perChannel[c]);
    }
    List<Of> numbers = Arrays.stream(perChannel).map(Sums::numbers).toList();
    int dead = (int) numbers.stream().filter(Of::dead).count();
    return Optional.of(new BranchNumbers(numbers, all.numbers(), activated ? dead : -1));
  }

  private static Optional<Maps> maps(BlockRun run, Role role) {
    return run.plan()
        .step(role)
        .flatMap(
            step -> run.frame(step.tap()).map(frame -> new Maps(frame.tensor(), step.channels())));
  }
}
