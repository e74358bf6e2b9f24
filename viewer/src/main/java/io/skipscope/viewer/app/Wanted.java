package io.skipscope.viewer.app;

import io.skipscope.viewer.job.Charts;
import io.skipscope.viewer.job.RunRequest;
import io.skipscope.viewer.keep.SavedView;
import io.skipscope.viewer.state.ChangeHistory;
import io.skipscope.viewer.state.MapsChoice;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.OpenPicture;
import io.skipscope.viewer.state.ViewerState;

/** What is to be run and then shown; the picture and the model may be null. */
record Wanted(
    OpenModel model, OpenPicture picture, String deviceId, int block, ChangeHistory history) {
  Wanted {
    if (model != null && picture != null) {
      picture = Charts.fitted(picture, model.inputSpec());
    }
  }

  static Wanted of(ViewerState state) {
    return new Wanted(
        state.model(), state.picture(), state.deviceId(), state.block(), state.history());
  }

  /** A model as it is opened: at its first block that has a shortcut. */
  Wanted opening(OpenModel other) {
    return new Wanted(other, picture, deviceId, other.firstShortcut(), ChangeHistory.EMPTY);
  }

  /** What a saved view shows, on the device of now. */
  static Wanted reopening(SavedView view, OpenModel model, OpenPicture picture, ViewerState state) {
    ChangeHistory history = ChangeHistory.EMPTY.then(view.changes());
    return new Wanted(model, picture, state.deviceId(), view.blockIn(model), history);
  }

  Wanted withPicture(OpenPicture other) {
    return new Wanted(model, other, deviceId, block, history);
  }

  Wanted withModel(OpenModel other) {
    return new Wanted(other, picture, deviceId, block, history);
  }

  Wanted withDevice(String other) {
    return new Wanted(model, picture, other, block, history);
  }

  boolean isReady() {
    return model != null && picture != null && !deviceId.isEmpty();
  }

  /** The run that shows it, with the value that the maps pane shows. */
  RunRequest request(MapsChoice maps) {
    String tap = maps.open() ? maps.tap(model, block) : "";
    return new RunRequest(model, picture.picture(), deviceId, block, tap, history.present());
  }
}
