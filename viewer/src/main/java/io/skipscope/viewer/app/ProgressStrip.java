package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.Progress;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;

/** Progress with a Cancel button, shown once something has taken 200 ms. */
final class ProgressStrip extends JPanel {
  private static final int PATIENCE_MILLIS = 200;
  private static final int STEPS = 1000;

  private final JLabel what = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, STEPS);
  private final Timer patience = new Timer(PATIENCE_MILLIS, e -> setContentVisible(true));
  private final JPanel content = new JPanel(new BorderLayout(10, 0));

  ProgressStrip(StateStore store, Action cancel) {
    super(new BorderLayout());
    setName("progress");
    patience.setRepeats(false);
    JButton button = new JButton(cancel);
    button.setName("progress.cancel");
    button.setToolTipText(Command.CANCEL.tooltip());
    bar.setPreferredSize(new Dimension(160, bar.getPreferredSize().height));
    content.add(what, BorderLayout.WEST);
    content.add(bar, BorderLayout.CENTER);
    content.add(button, BorderLayout.EAST);
    content.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 6));
    add(content, BorderLayout.CENTER);
    setPreferredSize(content.getPreferredSize());
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.PROGRESS)) {
            show(state.progress());
          }
        });
  }

  private void show(Progress progress) {
    if (progress == null) {
      patience.stop();
      setContentVisible(false);
      return;
    }
    what.setText(progress.what());
    bar.setIndeterminate(progress.total() <= 0);
    if (progress.total() > 0) {
      bar.setValue((int) (STEPS * progress.done() / progress.total()));
    }
    if (!content.isVisible() && !patience.isRunning()) {
      patience.start();
    }
  }

  private void setContentVisible(boolean visible) {
    content.setVisible(visible);
    revalidate();
  }
}
