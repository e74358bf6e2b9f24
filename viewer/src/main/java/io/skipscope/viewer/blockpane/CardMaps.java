package io.skipscope.viewer.blockpane;

import io.skipscope.tap.TapFrame;
import io.skipscope.viewer.export.ExportedMaps;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.render.CardScene;
import java.util.List;
import java.util.Optional;

/** The numbers that a card's tiles show, each value once. */
final class CardMaps {
  private CardMaps() {}

  /** All channels of each value; of an enlarged card the selected one, where a value has it. */
  static List<ExportedMaps> of(CardScene scene) {
    List<Step> steps = scene.run().plan().steps();
    return scene.run().plan().taps().stream()
        .map(scene.run()::frame)
        .flatMap(Optional::stream)
        .filter(frame -> !scene.enlarged() || scene.channel() < channels(steps, frame))
        .map(
            frame ->
                scene.enlarged()
                    ? ExportedMaps.one(frame, scene.channel())
                    : ExportedMaps.all(frame))
        .toList();
  }

  private static int channels(List<Step> steps, TapFrame frame) {
    return steps.stream()
        .filter(step -> step.tap().equals(frame.name()))
        .mapToInt(Step::channels)
        .findFirst()
        .orElse(0);
  }
}
