package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import javax.swing.SwingUtilities;

/** The command that runs a region of the screen live, and stops it. Event thread. */
final class LiveActions {
  private final Component parent;
  private final StateStore store;
  private final Controller controller;
  private final ScreenCapture screen = new ScreenCapture();
  private final ScreenFeed feed;

  LiveActions(Component parent, StateStore store, Controller controller) {
    this.parent = parent;
    this.store = store;
    this.controller = controller;
    feed = new ScreenFeed(store, controller, screen::picture);
  }

  void addTo(ActionTable table) {
    table.put(Command.LIVE_SCREEN, this::startOrStop);
  }

  void stop() {
    feed.stop();
  }

  private void startOrStop() {
    if (store.state().live() != null) {
      stop();
      return;
    }
    Rectangle bounds = parent.getGraphicsConfiguration().getBounds();
    controller.work(
        Text.of("live.looking"),
        (state, job) -> screen.all(bounds),
        // The chooser waits for the user, for which the worker must not wait.
        still -> EventQueue.invokeLater(() -> choose(still, bounds)));
  }

  private void choose(BufferedImage still, Rectangle bounds) {
    RegionChooser.choose(SwingUtilities.getWindowAncestor(parent), still, bounds)
        .ifPresent(feed::start);
  }
}
