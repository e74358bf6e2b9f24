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
  private WindowContent content;

  /** Makes the frame, which is not shown yet and has no content. */
  MainWindow() {
    super(Text.of("app.title"));
    setName("main");
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    setMinimumSize(new Dimension(900, 560));
  }

  /**
   * Has the display make its part of the frame, which is still not shown.
   *
   * @param bounds on the screen, in logical pixels
   */
  void putAt(Rectangle bounds) {
    pack();
    setBounds(bounds);
  }

  /** Makes the places of the panes and the titles of the menus. */
  void addContent(StateStore store, Controller controller, Worker worker) {
    content =
        new WindowContent(getRootPane(), getWidth(), this::dispose, store, controller, worker);
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

  /** In the middle, and most of the screen, so that the card's maps are large. Any thread. */
  static Rectangle startBounds() {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    int width = Math.min(1760, (int) (screen.width * 0.97));
    int height = Math.min(1100, (int) (screen.height * 0.97));
    return new Rectangle(
        screen.x + (screen.width - width) / 2,
        screen.y + (screen.height - height) / 2,
        width,
        height);
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
