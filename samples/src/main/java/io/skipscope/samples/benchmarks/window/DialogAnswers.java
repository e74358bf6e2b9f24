package io.skipscope.samples.benchmarks.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFileChooser;

/**
 * Answers every dialog soon after it has come: closes it or, where it asks for no file, takes what
 * it proposes half of the time. Who opens a modal dialog waits until then.
 */
final class DialogAnswers implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 300;

  private final Random random;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private Set<JDialog> seenBefore = Set.of();

  DialogAnswers(Random random) {
    this.random = random;
    clock.scheduleWithFixedDelay(
        () -> EventQueue.invokeLater(this::look),
        INTERVAL_MILLIS,
        INTERVAL_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Answers those that have been there for one interval, and are painted by now. Event thread. */
  private void look() {
    Set<JDialog> seen = new HashSet<>();
    Arrays.stream(Window.getWindows())
        .filter(window -> window.isShowing() && window instanceof JDialog)
        .map(JDialog.class::cast)
        .filter(JDialog::isModal)
        .forEach(seen::add);
    seen.stream().filter(seenBefore::contains).forEach(this::answer);
    seenBefore = seen;
  }

  private void answer(JDialog dialog) {
    JButton proposed = dialog.getRootPane().getDefaultButton();
    if (proposed != null && !asksForFile(dialog) && random.nextBoolean()) {
      proposed.doClick();
    } else {
      dialog.dispatchEvent(new WindowEvent(dialog, WindowEvent.WINDOW_CLOSING));
    }
  }

  private static boolean asksForFile(Container parent) {
    for (Component child : parent.getComponents()) {
      if (child instanceof JFileChooser
          || child instanceof Container container && asksForFile(container)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
