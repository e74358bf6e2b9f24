package io.skipscope.viewer.app;

import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.Theme;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Set;
import javax.swing.JFrame;

/** The window, with the places of its panes; {@link #content} makes these. */
final class MainWindow extends JFrame {
  private final WindowContent content;

  MainWindow(StateStore store, Controller controller, Worker worker) {
    super(Text.of("app.title"));
    setName("main");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    Dimension size = startSize();
    content =
        new WindowContent(getRootPane(), size.width, this::dispose, store, controller, worker);
    setMinimumSize(new Dimension(900, 560));
    setSize(size);
    setLocationRelativeTo(null);
    store.addListener(this::changed);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            content.stop();
          }
        });
  }

  WindowContent content() {
    return content;
  }

  /** Most of the screen, so that the card's maps are large. */
  private static Dimension startSize() {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    return new Dimension(
        Math.min(1760, (int) (screen.width * 0.97)), Math.min(1100, (int) (screen.height * 0.97)));
  }

  private void changed(Set<ViewerChange> changes, ViewerState state) {
    if (changes.contains(ViewerChange.MODEL)) {
      setTitle(
          state.model() == null
              ? Text.of("app.title")
              : Text.of("app.titleWithModel", state.model().name()));
    }
    if (changes.contains(ViewerChange.THEME)) {
      Theme.change(state.look());
    }
  }
}
