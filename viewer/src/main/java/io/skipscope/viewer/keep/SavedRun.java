package io.skipscope.viewer.keep;

import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.ComparedSide;
import io.skipscope.viewer.state.Comparison;
import io.skipscope.viewer.state.KeptRun;

/**
 * A run that was kept for comparing: all that is needed to do it again.
 *
 * @param model an absolute path or a model's name
 * @param picture an absolute path or a bundled picture's name
 * @param deviceId where it ran
 * @param side which maps were shown
 */
public record SavedRun(
    String model, String picture, String deviceId, Changes changes, ComparedSide side) {
  static SavedRun of(Comparison comparison) {
    KeptRun kept = comparison.kept();
    return new SavedRun(
        SavedView.absolute(kept.model().source()),
        kept.picture().source(),
        kept.deviceId(),
        kept.changes(),
        comparison.side());
  }
}
