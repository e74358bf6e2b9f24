package io.skipscope.viewer.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes that are made, with what can be undone and redone. Immutable.
 *
 * @param past the oldest first
 * @param future the next to be redone first
 */
public record ChangeHistory(List<Changes> past, Changes present, List<Changes> future) {
  public static final ChangeHistory EMPTY = new ChangeHistory(List.of(), Changes.NONE, List.of());

  public ChangeHistory {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  /** A step to other changes; none if they are the present ones. */
  public ChangeHistory then(Changes next) {
    if (next.equals(present)) {
      return this;
    }
    List<Changes> longer = new ArrayList<>(past);
    longer.add(present);
    return new ChangeHistory(longer, next, List.of());
  }

  /** Other changes within the present step: a slider that is still being moved. */
  public ChangeHistory amended(Changes next) {
    return new ChangeHistory(past, next, List.of());
  }

  /** After a failure: the last step at which these were the changes, without what came later. */
  public ChangeHistory revertedTo(Changes changes) {
    if (present.equals(changes)) {
      return this;
    }
    int last = past.lastIndexOf(changes);
    return last < 0
        ? new ChangeHistory(List.of(), changes, List.of())
        : new ChangeHistory(past.subList(0, last), changes, List.of());
  }

  public boolean canUndo() {
    return !past.isEmpty();
  }

  public boolean canRedo() {
    return !future.isEmpty();
  }

  public ChangeHistory undo() {
    if (!canUndo()) {
      return this;
    }
    int last = past.size() - 1;
    List<Changes> later = new ArrayList<>(future);
    later.add(0, present);
    return new ChangeHistory(past.subList(0, last), past.get(last), later);
  }

  public ChangeHistory redo() {
    return canRedo()
        ? new ChangeHistory(
            then(future.get(0)).past(), future.get(0), future.subList(1, future.size()))
        : this;
  }
}
