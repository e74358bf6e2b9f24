package io.skipscope.viewer.canvas;

import java.awt.Component;
import javax.swing.Timer;

/**
 * Does something a moment later, once for all that ask meanwhile: maps and bars, which are looked
 * at, are computed and painted before. Event thread.
 */
public final class Soon {
  private static final int MILLIS = 40;

  private final Runnable work;
  private final Timer timer;

  public Soon(Runnable work) {
    this.work = work;
    timer = new Timer(MILLIS, event -> work.run());
    timer.setRepeats(false);
  }

  /** At once where nobody sees the component. */
  public void ask(Component seen) {
    if (seen.isShowing()) {
      timer.start();
    } else {
      work.run();
    }
  }
}
