package io.skipscope.viewer.job;

import io.skipscope.Session;
import io.skipscope.image.InputSpec;
import io.skipscope.image.OpenPictureSet;
import io.skipscope.job.Job;
import io.skipscope.lab.units.UnitReport;
import io.skipscope.lab.units.UnitSurvey;
import io.skipscope.tap.TapSet;
import io.skipscope.viewer.state.FilmStrip;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.UnitFindings;
import io.skipscope.viewer.text.Text;
import java.util.List;

/** Watches the channels of a value while the pictures of a film strip run. */
final class UnitWatcher {
  /** Pictures that are run, evenly spread over the strip. */
  private static final int MOST_PICTURES = 1000;

  private UnitWatcher() {}

  /**
   * @param session of the network as the request has it
   * @param tapped the request's value as that network has it
   */
  static UnitFindings watch(
      Session session, RunRequest request, TapSet tapped, FilmStrip strip, Job job) {
    OpenModel model = request.model();
    TapSet value = TapSet.named(model.graph(), List.of(request.tap()));
    InputSpec spec = request.changes().input().normalising(model.inputSpec());
    Job told =
        new Job((step, done, total) -> job.progress(Text.of("job.units", total), done, total));
    try (OpenPictureSet pictures = SurveyedPictures.open(strip, job)) {
      UnitReport report =
          new UnitSurvey(model.graph(), value, pictures, spec)
              .run(MOST_PICTURES, (batch, steps) -> session.values(batch, tapped, steps), told);
      return new UnitFindings(
          model,
          request.changes(),
          request.tap(),
          strip.name(),
          report.pictures(),
          strip.frames().size(),
          report.skipped(),
          report.values().get(0));
    }
  }
}
