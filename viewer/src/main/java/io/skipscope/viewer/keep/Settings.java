package io.skipscope.viewer.keep;

import io.skipscope.image.ColorMap;
import io.skipscope.viewer.state.KeyChoices;
import io.skipscope.viewer.state.Language;
import io.skipscope.viewer.state.Look;
import io.skipscope.viewer.state.RangeMode;
import io.skipscope.viewer.state.Recent;
import io.skipscope.viewer.state.ViewerState;

/**
 * What the window remembers from one start to the next.
 *
 * @param range of the card's colour scale
 */
public record Settings(
    Look look,
    Language language,
    KeyChoices keys,
    float windowZoom,
    ColorMap colorMap,
    RangeMode range,
    Recent recent) {
  public static final Settings INITIAL = of(ViewerState.INITIAL);

  public static Settings of(ViewerState state) {
    return new Settings(
        state.look(),
        state.language(),
        state.keys(),
        state.windowZoom(),
        state.colorMap(),
        state.range(),
        state.recent());
  }

  /** A state that is set so. */
  public ViewerState applyTo(ViewerState state) {
    return state
        .with()
        .look(look)
        .language(language)
        .keys(keys)
        .windowZoom(windowZoom)
        .colorMap(colorMap)
        .range(range)
        .recent(recent)
        .build();
  }
}
