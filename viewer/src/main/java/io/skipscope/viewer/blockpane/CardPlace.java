package io.skipscope.viewer.blockpane;

import io.skipscope.image.ColorScale;
import io.skipscope.viewer.layout.CardGeometry;
import io.skipscope.viewer.layout.CardMetrics;
import io.skipscope.viewer.render.CardScene;
import io.skipscope.viewer.state.ViewerState;

/**
 * Where a card is painted, whatever it shows.
 *
 * @param width in logical pixels; {@code height} likewise
 * @param deviceScale device pixels per logical pixel
 */
record CardPlace(CardMetrics metrics, int width, int height, double deviceScale) {
  /**
   * What is to be painted here.
   *
   * @param state with a run that has a block
   */
  CardScene scene(ViewerState state, ColorScale scale) {
    return new CardScene(
        state.shown(),
        CardGeometry.arrange(state.run().plan(), metrics, width, height),
        scale,
        state.shownRange().isClipped(),
        state.channel(),
        state.enlarged(),
        state.pointer(),
        deviceScale,
        state.showsDifference());
  }
}
