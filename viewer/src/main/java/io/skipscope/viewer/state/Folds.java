package io.skipscope.viewer.state;

import java.util.HashSet;
import java.util.Set;

/**
 * Which stages and blocks the drawing of the network shows in full. Immutable.
 *
 * @param level what is shown where nothing else was asked for
 * @param others names of the stages and blocks that are folded otherwise than the level says
 */
public record Folds(Level level, Set<String> others) {
  /** How far the whole network is unfolded. */
  public enum Level {
    /** One box for each stage. */
    STAGES,
    /** One drawing for each block. */
    BLOCKS,
    /** Every operator of every block. */
    OPERATORS
  }

  public static final Folds BLOCKS = of(Level.BLOCKS);

  public Folds {
    others = Set.copyOf(others);
  }

  public static Folds of(Level level) {
    return new Folds(level, Set.of());
  }

  public boolean isStageOpen(String stage) {
    return (level != Level.STAGES) != others.contains(stage);
  }

  public boolean areOperatorsShown(String block) {
    return (level == Level.OPERATORS) != others.contains(block);
  }

  /** Folds a stage or a block that is unfolded, and the reverse. */
  public Folds toggled(String name) {
    Set<String> changed = new HashSet<>(others);
    if (!changed.remove(name)) {
      changed.add(name);
    }
    return new Folds(level, changed);
  }
}
