package io.skipscope.viewer.render;

import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.layout.FilterLayout;
import io.skipscope.viewer.state.WeightLayer;

/**
 * A layer's weights with all that is known of them.
 *
 * @param frame the weights as maps, one per output
 */
public record Filters(WeightLayer layer, TapFrame frame, FilterFacts facts) {
  /** Reads every weight. */
  public static Filters of(WeightLayer layer) {
    FilterFacts facts = FilterFacts.of(layer);
    return new Filters(
        layer,
        new TapFrame(layer.name(), 0, layer.maps().shape(), layer.maps(), facts.stats()),
        facts);
  }

  public FilterLayout layout() {
    return layer.layout();
  }
}
