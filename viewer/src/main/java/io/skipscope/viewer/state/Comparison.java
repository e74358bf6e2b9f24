package io.skipscope.viewer.state;

/**
 * A run that was kept, beside the last one. Immutable.
 *
 * @param pair of the last run that could be compared and the kept one
 */
public record Comparison(KeptRun kept, ComparedSide side, RunPair pair) {
  /**
   * The run that a state shows is kept; off the event thread.
   *
   * @param state with a run
   */
  public static Comparison keeping(ViewerState state) {
    return new Comparison(
        KeptRun.of(state), ComparedSide.NOW, RunPair.of(state.run(), state.run()));
  }

  public Comparison withSide(ComparedSide other) {
    return new Comparison(kept, other, pair);
  }

  /** The same with another source of the kept run's picture. */
  public Comparison withPicture(OpenPicture same) {
    return new Comparison(kept.withPicture(same), side, pair);
  }

  /**
   * @param other null leaves it as it is
   */
  public Comparison withPair(RunPair other) {
    return other == null ? this : new Comparison(kept, side, other);
  }

  /** Whether this run is compared, and not a later one. */
  public boolean isOf(BlockRun run) {
    return run != null && pair.now() == run;
  }

  /** The maps of the side that is chosen. */
  public BlockRun shown() {
    return switch (side) {
      case NOW -> pair.now();
      case KEPT -> pair.aligned();
      case DIFFERENCE -> pair.difference();
    };
  }
}
