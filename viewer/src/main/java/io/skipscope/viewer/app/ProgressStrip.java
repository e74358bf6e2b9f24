package io.skipscope.viewer.app;

import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.state.Progress;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.text.Text;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;

/**
 * The line at the bottom: progress with a Cancel button once something has taken 200 ms, else the
 * keys that matter most and the memory in use.
 */
final class ProgressStrip extends JPanel {
  private static final int PATIENCE_MILLIS = 200;
  private static final int MEMORY_MILLIS = 2000;
  private static final int STEPS = 1000;
  private static final String BUSY = "busy";
  private static final String IDLE = "idle";

  private final CardLayout cards = new CardLayout();
  private final JLabel what = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, STEPS);
  private final Timer patience = new Timer(PATIENCE_MILLIS, e -> becomeBusy());
  private final JLabel keys = quiet("status.keys", "");
  private Progress latest;
  private final JLabel memory = quiet("status.memory", memory());
  private final Timer memoryClock = new Timer(MEMORY_MILLIS, e -> memory.setText(memory()));
  private boolean busy;

  ProgressStrip(StateStore store, Action cancel) {
    setName("progress");
    setLayout(cards);
    setBorder(BorderFactory.createEmptyBorder(3, 12, 3, 6));
    patience.setRepeats(false);
    add(idle(), IDLE);
    add(progress(cancel), BUSY);
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.KEYS)) {
            keys.setText(mainKeys(new KeyMap(state.keys())));
          }
          if (changes.contains(ViewerChange.PROGRESS)) {
            show(state.progress());
          }
        });
  }

  /** Looks at the memory from now on. */
  @Override
  public void addNotify() {
    super.addNotify();
    memoryClock.start();
  }

  /** A window that was closed looks no more, and can be forgotten. */
  @Override
  public void removeNotify() {
    memoryClock.stop();
    super.removeNotify();
  }

  private JPanel progress(Action cancel) {
    JButton button = new JButton(cancel);
    button.setName("progress.cancel");
    bar.getAccessibleContext().setAccessibleName(Text.of("status.progress"));
    bar.setToolTipText(Text.of("status.progress"));
    bar.setPreferredSize(new Dimension(260, 6));
    JPanel left = new JPanel();
    left.add(what);
    left.add(bar);
    JPanel progress = new JPanel(new BorderLayout());
    progress.add(left, BorderLayout.WEST);
    progress.add(button, BorderLayout.EAST);
    return progress;
  }

  private JPanel idle() {
    JPanel idle = new JPanel(new BorderLayout());
    idle.add(keys, BorderLayout.CENTER);
    memory.setToolTipText(Text.of("status.memory.tooltip"));
    idle.add(memory, BorderLayout.EAST);
    return idle;
  }

  private static String mainKeys(KeyMap map) {
    return Text.of(
        "status.idle",
        map.text(Command.PREVIOUS_BLOCK),
        map.text(Command.NEXT_BLOCK),
        map.text(Command.PREVIOUS_CHANNEL),
        map.text(Command.NEXT_CHANNEL),
        map.text(Command.ENLARGE),
        map.text(Command.CUT_SHORTCUT),
        map.text(Command.FIND),
        map.text(Command.SHOW_KEYS));
  }

  private static String memory() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return Text.of("status.memory", used >> 20, runtime.maxMemory() >> 20);
  }

  private static JLabel quiet(String name, String text) {
    JLabel label = new JLabel(text);
    label.setName(name);
    label.putClientProperty("FlatLaf.styleClass", "small");
    label.setEnabled(false);
    return label;
  }

  /** Work that is over before patience ends changes nothing here that would be laid out anew. */
  private void show(Progress progress) {
    boolean begins = latest == null && progress != null;
    latest = progress;
    if (progress == null) {
      patience.stop();
      becomeIdle();
    } else if (busy) {
      fill();
    } else if (begins) {
      patience.restart();
    }
  }

  private void becomeBusy() {
    busy = true;
    fill();
    cards.show(this, BUSY);
  }

  private void becomeIdle() {
    if (busy) {
      busy = false;
      bar.setIndeterminate(false);
      cards.show(this, IDLE);
    }
  }

  private void fill() {
    what.setText(latest.what());
    bar.setIndeterminate(latest.total() <= 0);
    if (latest.total() > 0) {
      bar.setValue((int) (STEPS * latest.done() / latest.total()));
    }
  }
}
