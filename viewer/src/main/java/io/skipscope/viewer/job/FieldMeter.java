package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.Session;
import io.skipscope.graph.edit.EndAt;
import io.skipscope.job.Job;
import io.skipscope.lab.MeasuredField;
import io.skipscope.lab.Occlusion;
import io.skipscope.lab.ReceptiveBox;
import io.skipscope.tap.TapSet;
import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.PointedNumber;
import io.skipscope.viewer.text.Text;

/** Measures what a number of a run sees, on the part of the network that it needs. */
final class FieldMeter {
  private FieldMeter() {}

  /**
   * @param session of the network that gave the number; it has that network again afterwards
   * @param box what the number can see
   */
  static MeasuredField measure(Session session, PointedNumber number, ReceptiveBox box, Job job) {
    BlockRun run = number.run();
    Model whole = session.model();
    String value = run.changes().read(number.place().value());
    Job told = new Job((step, done, total) -> job.progress(Text.of("job.field"), done, total));
    session.replaceModel(whole.edited(new EndAt(value)));
    try {
      return new Occlusion(
              (batch, steps) -> session.run(batch, TapSet.NONE, steps).output(),
              run.input(),
              number.place())
          .measure(box, Occlusion.USUAL_PATCHES, told);
    } finally {
      session.replaceModel(whole);
    }
  }
}
