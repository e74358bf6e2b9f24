package io.skipscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.skipscope.Model;
import io.skipscope.Prediction;
import io.skipscope.graph.Graph;
import io.skipscope.measure.PrecisionLoss;
import io.skipscope.run.RunResult;
import io.skipscope.tap.ChannelStats;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What {@code run} says; its fields are the keys of {@code --json}.
 *
 * @param shape of the input
 * @param precisionLoss what storing in half changes in the output; null in float
 * @param millis time of one run, from handing over the input to holding the output
 */
record RunSummary(
    String model,
    String device,
    Shape shape,
    double millis,
    List<Prediction> top,
    List<String> files,
    List<Tap> taps,
    @JsonInclude(JsonInclude.Include.NON_NULL) PrecisionLoss precisionLoss) {
  /** A tapped value in numbers. */
  record Tap(
      String name, Shape shape, float min, float max, float mean, float std, float zeroShare) {
    static Tap of(TapFrame frame) {
      ChannelStats stats = frame.stats();
      return new Tap(
          frame.name(),
          frame.shape(),
          stats.overallMin(),
          stats.overallMax(),
          stats.overallMean(),
          stats.overallStd(),
          stats.overallZeroShare());
    }
  }

  static RunSummary of(
      Model model,
      Shape input,
      RunResult result,
      List<Prediction> top,
      List<Path> files,
      PrecisionLoss precisionLoss) {
    return new RunSummary(
        model.name(),
        result.report().device().id(),
        input,
        result.report().totalNanos() / 1e6,
        top,
        files.stream().map(Path::toString).toList(),
        result.taps().stream().map(Tap::of).toList(),
        precisionLoss);
  }

  String text(Graph graph, RunResult result) {
    StringBuilder text = new StringBuilder();
    if (!top.isEmpty()) {
      TextTable table = new TextTable("class", "index", "probability");
      top.forEach(p -> table.row(p.label(), p.index(), decimals(4, p.probability())));
      text.append(table).append('\n');
    }
    if (!taps.isEmpty()) {
      text.append(tapTable()).append('\n');
    }
    text.append(StageTimes.of(graph, result.report())).append('\n');
    files.forEach(file -> text.append("wrote ").append(file).append('\n'));
    if (precisionLoss != null) {
      text.append(precisionLoss.text()).append('\n');
    }
    return text.append(decimals(2, millis)).append(" ms on device ").append(device).toString();
  }

  private TextTable tapTable() {
    TextTable table = new TextTable("tap", "shape", "min", "max", "mean", "std", "zeros");
    for (Tap tap : taps) {
      table.row(
          tap.name(),
          tap.shape(),
          decimals(4, tap.min()),
          decimals(4, tap.max()),
          decimals(4, tap.mean()),
          decimals(4, tap.std()),
          decimals(1, 100 * tap.zeroShare()) + "%");
    }
    return table;
  }

  private static String decimals(int count, double number) {
    return String.format(Locale.ROOT, "%." + count + "f", number);
  }
}
