package io.skipscope.viewer.theme;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.RepaintManager;

/**
 * Gives the components of all windows the look that is set, in several events: some hundred
 * components in one event would keep the window from answering for a tenth of a second.
 *
 * <p>What can be seen comes first and is painted once all of it has the look, so that nobody sees
 * two looks at once; menus and other hidden parts follow. Event thread.
 */
final class LookUpdate {
  /** How long one event goes on before the next one's turn. */
  private static final long SLICE_NANOS = 20_000_000;

  private final Deque<Component> seen = new ArrayDeque<>();
  private final Deque<Component> hidden = new ArrayDeque<>();
  private final List<Runnable> afterSeen = new ArrayList<>();
  private boolean unpainted;
  private boolean posted;

  /**
   * Begins with the next event; what an earlier update has not done yet is part of this one.
   *
   * @param then runs once everything that can be seen has the look, before that is painted
   */
  void begin(Runnable then) {
    seen.clear();
    hidden.clear();
    for (Window window : Window.getWindows()) {
      // A new look registers keys, and those of a window that was closed would hold it for ever.
      if (window.isDisplayable()) {
        (window.isShowing() ? seen : hidden).add(window);
      }
    }
    afterSeen.add(then);
    unpainted = true;
    post();
  }

  /** Whether there are components that still have the look before. */
  boolean isUnderWay() {
    return unpainted || !hidden.isEmpty();
  }

  private void post() {
    if (!posted) {
      posted = true;
      EventQueue.invokeLater(this::slice);
    }
  }

  private void slice() {
    posted = false;
    long end = System.nanoTime() + SLICE_NANOS;
    if (unpainted) {
      updateSeen(end);
    } else {
      updateHidden(end);
    }
    if (isUnderWay()) {
      post();
    }
  }

  private void updateSeen(long end) {
    while (!seen.isEmpty() && System.nanoTime() < end) {
      Component next = seen.remove();
      update(next, seen);
      // It would be painted between two events, beside others that have the look before.
      if (next instanceof JComponent component) {
        RepaintManager.currentManager(component).markCompletelyClean(component);
      }
    }
    if (seen.isEmpty()) {
      unpainted = false;
      afterSeen.forEach(Runnable::run);
      afterSeen.clear();
      for (Window window : Window.getWindows()) {
        window.repaint();
      }
    }
  }

  private void updateHidden(long end) {
    while (!hidden.isEmpty() && System.nanoTime() < end) {
      update(hidden.remove(), hidden);
    }
  }

  /**
   * Updates one component and queues what it holds, which the update may have made anew.
   *
   * @param shownWith where those of its children go that can be seen if it is
   */
  private void update(Component component, Deque<Component> shownWith) {
    if (component instanceof JComponent own) {
      own.updateUI();
      if (own.getComponentPopupMenu() != null) {
        hidden.add(own.getComponentPopupMenu());
      }
    }
    if (component instanceof JMenu menu) {
      hidden.addAll(List.of(menu.getMenuComponents()));
    } else if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        (child.isVisible() ? shownWith : hidden).add(child);
      }
    }
  }
}
