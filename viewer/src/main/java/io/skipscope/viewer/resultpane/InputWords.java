package io.skipscope.viewer.resultpane;

import io.skipscope.image.InputSpec;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.InputPreset;
import io.skipscope.viewer.text.EngineText;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.stream.IntStream;

/** Says how a picture was fed to the network. */
final class InputWords {
  private InputWords() {}

  /** Mean, std and where they come from, a line each. */
  static String of(BlockRun run) {
    InputSpec spec = run.inputSpec();
    return Text.of("fact.input.of", numbers(spec.mean()), numbers(spec.std()), source(run));
  }

  private static String source(BlockRun run) {
    InputPreset preset = run.changes().input().preset();
    return switch (preset) {
      case AS_OPENED -> EngineText.of(run.inputSpec().normalisationSource());
      case OWN -> Text.of("fact.input.own");
      default -> Text.of(preset);
    };
  }

  /** One number where all channels have the same. */
  private static String numbers(float[] perChannel) {
    List<String> all =
        IntStream.range(0, perChannel.length)
            .mapToObj(channel -> String.valueOf(perChannel[channel]))
            .toList();
    return all.stream().distinct().count() == 1 ? all.get(0) : String.join(" ", all);
  }
}
