package io.skipscope.viewer;

import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.OpenModel;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs with the numbers that a test wants, which no engine has computed. */
public final class Runs {
  private Runs() {}

  public static BlockRun of(OpenModel model, int block, TapFrame... frames) {
    Picture seen = new Picture("p", 1, 1, new int[1]);
    return of(model, block, seen, Changes.NONE, List.of(frames));
  }

  public static BlockRun of(
      OpenModel model, int block, Picture seen, Changes changes, Collection<TapFrame> frames) {
    return new BlockRun(
        model,
        block,
        CardPlan.of(model.graph(), model.blocks().get(block).block()),
        frames.stream().collect(Collectors.toMap(TapFrame::name, Function.identity())),
        null,
        seen,
        List.of(),
        changes,
        List.of(),
        "java",
        List.of(),
        1);
  }
}
