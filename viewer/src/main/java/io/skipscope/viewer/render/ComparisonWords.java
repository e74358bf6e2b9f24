package io.skipscope.viewer.render;

import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.RunPair.Mismatch;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says what is compared with what, and what cannot be. */
public final class ComparisonWords {
  private ComparisonWords() {}

  /** What the maps are: of which run, or of which runs' difference; only what these differ in. */
  public static String caption(ViewerState state) {
    if (!state.isCompared()) {
      return Text.of("compare.waiting");
    }
    Comparison comparison = state.comparison();
    RunPair pair = comparison.pair();
    return pair.now() == pair.kept()
        ? Text.of("compare.same")
        : Text.of(
            "compare.caption." + comparison.side(),
            unlike(pair.now(), pair.kept()),
            unlike(pair.kept(), pair.now()));
  }

  /** A run: its network, block and picture. */
  public static String run(BlockRun run) {
    String picture = run.seen().name();
    return run.hasBlock()
        ? Text.of("compare.run", network(run), run.plan().block().name(), picture)
        : Text.of("compare.runWithoutBlock", network(run), picture);
  }

  private static String network(BlockRun run) {
    String network = run.model().name();
    return run.changes().isEmpty() ? network : Text.of("compare.changed", network);
  }

  /** What a run does not share with another; all of it where words do not tell them apart. */
  private static String unlike(BlockRun run, BlockRun other) {
    return Stream.<Function<BlockRun, String>>of(
            ComparisonWords::network,
            r -> r.hasBlock() ? r.plan().block().name() : "",
            r -> r.seen().name(),
            BlockRun::device)
        .filter(part -> !part.apply(run).equals(part.apply(other)))
        .map(part -> part.apply(run))
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> Text.of("compare.and", a, b))
        .orElseGet(() -> run(run));
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
            .reduce((a, b) -> Text.of("compare.mismatches.and", a, b))
            .orElseThrow());
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
