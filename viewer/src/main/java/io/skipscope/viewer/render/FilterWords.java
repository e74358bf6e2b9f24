package io.skipscope.viewer.render;

import io.skipscope.tap.ChannelStats;
import io.skipscope.viewer.layout.FilterLayout;
import io.skipscope.viewer.state.WeightLayer;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** What the window says of a layer's weights. */
public final class FilterWords {
  private static final int MOST_NAMED = 8;

  private final WeightLayer layer;
  private final FilterFacts facts;

  public FilterWords(Filters filters) {
    layer = filters.layer();
    facts = filters.facts();
  }

  /** Their name and shape. */
  public String title() {
    return layer.name() + "  " + layer.shapeText();
  }

  /** What the weights are, what is near zero among them, and how they are drawn. */
  public List<String> lines() {
    return List.of(numbers(), nearZero() + Text.of("weights.and") + dead(), drawn(), origin());
  }

  /** All of it, for a screen reader. */
  public String spoken() {
    return title() + "\n" + String.join("\n", lines());
  }

  private String numbers() {
    ChannelStats stats = facts.stats();
    return Text.of(
        "weights.numbers",
        Numbers.count(layer.weight().shape().elementCount()),
        Numbers.value(stats.overallMin()),
        Numbers.value(stats.overallMax()),
        Numbers.value(stats.overallMean()),
        Numbers.value(stats.overallStd()));
  }

  private String nearZero() {
    FilterLayout layout = layer.layout();
    String share = Numbers.percent(facts.nearZeroShare());
    return layout.isMatrix()
        ? Text.of("weights.nearZero", share)
        : Text.of("weights.nearZero.slices", layout.kernelHeight(), layout.kernelWidth(), share);
  }

  private String dead() {
    List<Integer> dead = facts.dead();
    if (dead.isEmpty()) {
      return Text.of("weights.dead.none");
    }
    String named =
        dead.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    String all =
        dead.size() > MOST_NAMED
            ? Text.of("weights.dead.more", named, dead.size() - MOST_NAMED)
            : named;
    return Text.of("weights.dead", dead.size(), layer.outputs(), all);
  }

  private String drawn() {
    return Text.of("weights.form." + layer.layout().form(), layer.layout().inputs());
  }

  private String origin() {
    return layer.batchNorm().isEmpty()
        ? Text.of("weights.noBatchNorm")
        : Text.of("weights.batchNorm", layer.batchNorm());
  }
}
