package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.ChangeHistory;
import io.skipscope.viewer.state.Spread;
import io.skipscope.viewer.state.StateStore;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.swing.Action;

/**
 * Undoes and redoes what was shown of several devices, in turn with the changes of the network: a
 * step belongs to the changes that were made when it was taken. Event thread.
 */
final class SpreadSteps {
  private final StateStore store;
  private final Deque<Step> past = new ArrayDeque<>();
  private final Deque<Step> future = new ArrayDeque<>();

  private record Step(ChangeHistory at, Spread before, Spread after) {
    boolean isAt(ChangeHistory now) {
      return at.past().equals(now.past()) && at.present().equals(now.present());
    }
  }

  SpreadSteps(StateStore store) {
    this.store = store;
  }

  /** Shows another spread, possibly null, as a step that can be undone. */
  void show(Spread next) {
    past.push(new Step(store.state().history(), store.state().spread(), next));
    future.clear();
    store.update(s -> s.with().spread(next).build());
  }

  /** Puts itself before what undo and redo do otherwise. */
  void addTo(ActionTable actions) {
    Action undo = actions.get(Command.UNDO);
    Action redo = actions.get(Command.REDO);
    actions.put(Command.UNDO, () -> either(past, future, undo));
    actions.put(Command.REDO, () -> either(future, past, redo));
  }

  private void either(Deque<Step> from, Deque<Step> to, Action otherwise) {
    // Those of a model that is no longer open show nothing.
    from.removeIf(step -> !isOpen(step.before()) || !isOpen(step.after()));
    if (from.isEmpty() || !from.peek().isAt(store.state().history())) {
      otherwise.actionPerformed(null);
      return;
    }
    Step step = from.pop();
    to.push(step);
    Spread shown = from == past ? step.before() : step.after();
    store.update(s -> s.with().spread(shown).build());
  }

  private boolean isOpen(Spread spread) {
    return spread == null || spread.model() == store.state().model();
  }
}
