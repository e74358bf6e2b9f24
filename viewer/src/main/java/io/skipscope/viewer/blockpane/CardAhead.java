package io.skipscope.viewer.blockpane;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.viewer.render.CardPainter;
import io.skipscope.viewer.render.SharedScale;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.ViewerState;

/**
 * Makes what takes long of a card, its colour scale and the pixels of its maps, before the event
 * thread paints it: for the place where it was painted last. Any thread.
 */
final class CardAhead {
  /** A scale, and all that it depends on. */
  private record Scaled(BlockRun run, ColorMap colors, RangeMode range, ColorScale scale) {
    boolean isOf(ViewerState state) {
      return run == state.shown() && colors == state.shownColors() && range == state.shownRange();
    }
  }

  private final CardPainter painter;
  private volatile CardPlace place;
  private volatile Scaled last;

  CardAhead(CardPainter painter) {
    this.painter = painter;
  }

  /** Notes where the card is painted. */
  void paintedAt(CardPlace now) {
    place = now;
  }

  /**
   * Prepares the card as it will be.
   *
   * @param state with a run that has a block
   */
  void prepare(ViewerState state) {
    CardPlace expected = place;
    ColorScale scale = scale(state);
    if (expected != null) {
      painter.prepare(expected.scene(state, scale), expected.palette());
    }
  }

  /**
   * The scale of all maps, computed if it is another one than the last.
   *
   * @param state with a run that has a block
   */
  ColorScale scale(ViewerState state) {
    Scaled known = last;
    if (known == null || !known.isOf(state)) {
      BlockRun run = state.shown();
      ColorMap colors = state.shownColors();
      RangeMode range = state.shownRange();
      known = new Scaled(run, colors, range, SharedScale.of(run, colors, range));
      last = known;
    }
    return known.scale();
  }
}
