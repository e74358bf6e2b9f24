package io.skipscope.viewer.render;

import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.RunPair.Mismatch;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is compared with what, and what cannot be. */
public final class ComparisonWords {
  private ComparisonWords() {}

  /** What the maps are: of which run, or of which runs' difference. */
  public static String caption(ViewerState state) {
    if (!state.isCompared()) {
      return Text.of("compare.waiting");
    }
    Comparison comparison = state.comparison();
    RunPair pair = comparison.pair();
    String now = run(pair.now());
    String kept = run(pair.kept());
    ComparedSide side = comparison.side();
    return Text.of("compare.caption." + side, now, kept);
  }

  /** A run: its network, block and picture. */
  public static String run(BlockRun run) {
    String network = run.model().name();
    String changed = run.changes().isEmpty() ? network : Text.of("compare.changed", network);
    String picture = run.seen().name();
    return run.hasBlock()
        ? Text.of("compare.run", changed, run.plan().block().name(), picture)
        : Text.of("compare.runWithoutBlock", changed, picture);
  }

  /** All values that cannot be compared, with the reason; empty if there is none. */
  public static String mismatches(ViewerState state) {
    if (!state.isCompared() || state.comparison().pair().mismatches().isEmpty()) {
      return "";
    }
    return Text.of(
        "compare.mismatches",
        state.comparison().pair().mismatches().stream()
            .map(ComparisonWords::mismatch)
            .collect(Collectors.joining("; ")));
  }

  /** Why the maps of a value are not shown; empty if the comparison is not the reason. */
  public static Optional<String> whyEmpty(ViewerState state, String tap) {
    return state.isCompared() && state.comparison().side() != ComparedSide.NOW
        ? state.comparison().pair().mismatch(tap).map(ComparisonWords::mismatch)
        : Optional.empty();
  }

  private static String mismatch(Mismatch mismatch) {
    return mismatch.kept() == null
        ? Text.of("compare.missing", mismatch.tap())
        : Text.of(
            "compare.mismatch",
            mismatch.tap(),
            StepWords.shape(mismatch.now()),
            StepWords.shape(mismatch.kept()));
  }
}
