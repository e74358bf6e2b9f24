package io.skipscope.viewer.resultpane;

import io.skipscope.Prediction;
import io.skipscope.viewer.canvas.Canvas;
import io.skipscope.viewer.render.BoldFonts;
import io.skipscope.viewer.render.Labels;
import io.skipscope.viewer.render.Numbers;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The most probable classes as bars. */
final class PredictionBars extends Canvas {
  static final int COUNT = 5;
  private static final int BAR_HEIGHT = 8;
  private static final int MARK_WIDTH = 3;

  private List<Prediction> predictions = List.of();
  private BlockRun run;

  private final Function<ViewerState, BlockRun> source;

  /**
   * @param title the key of what a screen reader calls it
   * @param source the run whose answer is shown; null while there is none
   */
  PredictionBars(
      StateStore store, String name, String title, Function<ViewerState, BlockRun> source) {
    this.source = source;
    setName(name);
    describe(Text.of(title), () -> predictions.isEmpty() ? Text.of("result.empty") : spoken());
    store.addListener(this::changed);
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.RUN) || changes.contains(ViewerChange.COMPARISON)) {
      run = source.apply(state);
      predictions = run == null ? List.of() : run.predictions();
      descriptionChanged();
      repaint();
    }
  }

  private String spoken() {
    return predictions.stream()
        .map(p -> p.label() + " " + Numbers.percent(p.probability()))
        .collect(Collectors.joining(", "));
  }

  private int rowHeight() {
    return getFontMetrics(Theme.font()).getHeight() + BAR_HEIGHT + 12;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(200, COUNT * rowHeight());
  }

  @Override
  public Dimension getMaximumSize() {
    return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
  }

  @Override
  protected void draw(Graphics2D g) {
    if (predictions.isEmpty()) {
      g.setFont(Theme.font());
      g.setColor(Theme.color("secondaryText"));
      g.drawString(Text.of("result.empty"), 0, g.getFontMetrics().getAscent());
    }
    for (int i = 0; i < predictions.size(); i++) {
      row(g, predictions.get(i), i * rowHeight(), i == 0);
    }
  }

  private void row(Graphics2D g, Prediction prediction, int top, boolean first) {
    Font font = first ? BoldFonts.of(Theme.font()) : Theme.font();
    g.setFont(font);
    FontMetrics metrics = g.getFontMetrics();
    float before =
        run.changes().isEmpty() ? Float.NaN : run.probabilityUnchanged(prediction.index());
    String percent = words(prediction.probability(), before);
    int percentWidth = metrics.stringWidth(percent);
    int baseline = top + metrics.getAscent();
    g.setColor(Theme.color("text"));
    g.drawString(
        Labels.clip(prediction.label(), metrics, getWidth() - percentWidth - 10.0), 0, baseline);
    g.drawString(percent, getWidth() - percentWidth, baseline);
    int barTop = top + metrics.getHeight() + 2;
    g.setColor(Theme.color("tile"));
    g.fillRoundRect(0, barTop, getWidth(), BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
    int length = Math.round(getWidth() * prediction.probability());
    if (length > 0) {
      g.setColor(Theme.color(first ? "bar" : "otherBar"));
      g.fillRoundRect(0, barTop, Math.max(BAR_HEIGHT, length), BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
    }
    if (!Float.isNaN(before)) {
      int was = Math.round((getWidth() - MARK_WIDTH) * before);
      g.setColor(Theme.color("accent"));
      g.fillRect(was, barTop - 3, MARK_WIDTH, BAR_HEIGHT + 6);
    }
  }

  /** The probability, and how it differs from the network as opened. */
  private static String words(float now, float before) {
    return Float.isNaN(before)
        ? Numbers.percent(now)
        : Text.of("result.change", Numbers.percent(now), Numbers.points(now - before));
  }
}
