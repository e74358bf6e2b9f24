package io.skipscope.viewer.app;

import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.state.StateStore;

/** Work that is for the open model alone. */
final class WhileOpen {
  private WhileOpen() {}

  /** A job that ends when another model is opened. */
  static Job job(StateStore store, OpenModel model, Job job) {
    return new Job(
        (step, done, total) -> {
          if (store.state().model() != model) {
            throw new CancelledException(step);
          }
          job.progress(step, done, total);
        });
  }
}
