package io.skipscope.viewer.app;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.RepaintManager;

/** Notes every Swing call that asks for a repaint or a layout off the event thread. */
final class EventThreadGuard extends RepaintManager {
  private static final EventThreadGuard INSTANCE = new EventThreadGuard();

  private final List<String> violations = new CopyOnWriteArrayList<>();

  static void install() {
    RepaintManager.setCurrentManager(INSTANCE);
  }

  /** What was noted since this was asked last. */
  static List<String> takeViolations() {
    List<String> taken = INSTANCE.violations.stream().distinct().toList();
    INSTANCE.violations.clear();
    return taken;
  }

  @Override
  public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
    check(component);
    super.addDirtyRegion(component, x, y, width, height);
  }

  @Override
  public synchronized void addInvalidComponent(JComponent component) {
    check(component);
    super.addInvalidComponent(component);
  }

  private void check(JComponent component) {
    if (!EventQueue.isDispatchThread() && component.isShowing()) {
      violations.add(component.getClass().getSimpleName() + " on " + Thread.currentThread());
    }
  }
}
