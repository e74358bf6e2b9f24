package io.skipscope.viewer.app;

import io.skipscope.viewer.state.BlockRun;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.RunPair;
import io.skipscope.viewer.state.ViewerState;

/**
 * What was wanted, with its maps; null while something is missing.
 *
 * @param pair the run beside the kept one; null while none is kept
 */
record Opened(Wanted wanted, BlockRun run, RunPair pair) {

  /**
   * The state that shows it. A block that was chosen and a change that was made in a model
   * meanwhile are kept, as is the place that is pointed at while frames follow each other.
   */
  ViewerState placedIn(ViewerState state) {
    boolean same = wanted.model() != null && wanted.model().isOf(state.model());
    return state
        .with()
        .block(same ? state.block() : wanted.block())
        .channel(same ? state.channel() : 0)
        .model(wanted.model())
        .picture(wanted.picture())
        .deviceId(wanted.deviceId())
        .history(same ? state.history() : wanted.history())
        .message(Message.withRun(state.message(), state.run(), run))
        .run(run)
        .paired(pair)
        .pointer(same && isNextFrameOf(state) ? state.pointer() : null)
        .build();
  }

  /**
   * The state that shows another model before its run, so that what follows the one and what
   * follows the other are two events; as it is where the model stays.
   */
  ViewerState announcedIn(ViewerState state) {
    boolean another = run != null && !wanted.model().isOf(state.model());
    return another ? new Opened(wanted, null, null).placedIn(state) : state;
  }

  private boolean isNextFrameOf(ViewerState state) {
    BlockRun before = state.run();
    return state.live() != null && before != null && run != null && before.block() == run.block();
  }

  /**
   * The state that shows its run in place of the one before. A chosen size makes the model another
   * one, and a test chart another picture.
   */
  ViewerState rerunIn(ViewerState state) {
    return state
        .with()
        .message(Message.withRun(state.message(), state.run(), run))
        .model(run.model())
        .picture(wanted.picture())
        .run(run)
        .paired(pair)
        .block(run.block())
        .channel(Math.max(0, Math.min(state.channel(), run.widestChannels() - 1)))
        .pointer(null)
        .build();
  }
}
