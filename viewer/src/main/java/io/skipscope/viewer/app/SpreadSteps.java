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

  /** Lets undo and redo be chosen where there is such a step; after whoever else decides that. */
  void enable(ActionTable actions) {
    store.addListener(
        (changes, state) -> {
          ChangeHistory now = state.history();
          actions.get(Command.UNDO).setEnabled(now.canUndo() || isNext(past, now));
          actions.get(Command.REDO).setEnabled(now.canRedo() || isNext(future, now));
        });
  }

  private boolean isNext(Deque<Step> steps, ChangeHistory now) {
    // Those of a model that is no longer open show nothing.
    steps.removeIf(step -> !isOpen(step.before()) || !isOpen(step.after()));
    return !steps.isEmpty() && steps.peek().isAt(now);
  }

  private void either(Deque<Step> from, Deque<Step> to, Action otherwise) {
    if (!isNext(from, store.state().history())) {
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
