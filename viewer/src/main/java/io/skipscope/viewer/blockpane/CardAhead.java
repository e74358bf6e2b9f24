package io.skipscope.viewer.blockpane;

import io.skipscope.image.ColorMap;
import io.skipscope.image.ColorScale;
import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.render.CardPainter;
import io.skipscope.viewer.render.CardPicture;
import io.skipscope.viewer.render.CardScene;
import io.skipscope.viewer.render.SharedScale;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.ViewerState;
import java.awt.Graphics2D;
import java.util.Map;

/**
 * Makes what takes long of a card, its colour scale and its picture, before the event thread paints
 * it: for the place where it was painted last. Any thread.
 */
final class CardAhead {
  /** A scale, and all that it depends on. */
  private record Scaled(
      Map<String, TapFrame> frames, ColorMap colors, RangeMode range, ColorScale scale) {
    boolean isOf(ViewerState state) {
      return colors == state.shownColors()
          && range == state.shownRange()
          && frames.equals(state.shown().frames());
    }
  }

  private final CardPainter painter = new CardPainter();
  private volatile CardScreen screen;
  private volatile Scaled last;
  private volatile CardPicture picture;

  /** Notes where a card is or will be painted. */
  void paintedOn(CardScreen now) {
    screen = now;
  }

  /** Paints the card with its background, from the picture that was made of it if there is one. */
  void paint(Graphics2D g, CardScene scene, CardScreen now) {
    CardPicture ready = picture;
    if (ready != null && ready.shows(scene, now.palette(), now.hints(), g.getClipBounds())) {
      ready.draw(g);
    } else {
      g.setColor(now.palette().background());
      g.fillRect(0, 0, now.place().width(), now.place().height());
      painter.paint(g, scene, now.palette());
    }
  }

  /** What is said of the block's branch, to be spoken; empty for a difference or out of view. */
  String spoken(ViewerState state) {
    boolean silent = state.showsDifference() || state.maps().open();
    return silent ? "" : painter.spoken(state.shown());
  }

  /**
   * Prepares the card as it will be.
   *
   * @param state with a run that has a block
   */
  void prepare(ViewerState state) {
    CardScreen expected = screen;
    ColorScale scale = scale(state);
    if (expected != null && !expected.view().isEmpty()) {
      picture(expected.place().scene(state, scale), expected);
    }
  }

  private void picture(CardScene scene, CardScreen expected) {
    CardPicture known = picture;
    boolean ready =
        known != null && known.shows(scene, expected.palette(), expected.hints(), expected.view());
    if (!ready) {
      // On this thread alone: a run may need the other cores.
      picture =
          CardPicture.of(painter, scene, expected.palette(), expected.view(), expected.hints());
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
      known = new Scaled(run.frames(), colors, range, SharedScale.of(run, colors, range));
      last = known;
    }
    return known.scale();
  }
}
