package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.live.Camera;
import io.skipscope.viewer.live.LiveSource;
import io.skipscope.viewer.live.ScreenCapture;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.text.Text;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/** The commands that run a region of the screen or a camera live, and stop it. Event thread. */
final class LiveActions {
  private final Component parent;
  private final StateStore store;
  private final Controller controller;
  private final ScreenCapture screen = new ScreenCapture();
  private final Supplier<? extends List<? extends LiveSource>> cameras;
  private final LiveFeed feed;

  LiveActions(Component parent, StateStore store, Controller controller) {
    this(parent, store, controller, Camera::all);
  }

  /**
   * @param cameras those that are there, at least one; called on the worker's thread
   */
  LiveActions(
      Component parent,
      StateStore store,
      Controller controller,
      Supplier<? extends List<? extends LiveSource>> cameras) {
    this.parent = parent;
    this.store = store;
    this.controller = controller;
    this.cameras = cameras;
    feed = new LiveFeed(store, controller);
  }

  void addTo(ActionTable table) {
    table
        .put(Command.LIVE_SCREEN, () -> stopOr(this::lookAtScreen))
        .put(Command.LIVE_CAMERA, () -> stopOr(this::lookForCameras));
  }

  void stop() {
    feed.stop();
  }

  private void stopOr(Runnable start) {
    if (store.state().live() != null) {
      stop();
    } else {
      start.run();
    }
  }

  private void lookAtScreen() {
    Rectangle bounds = parent.getGraphicsConfiguration().getBounds();
    controller.work(
        Text.of("live.looking"),
        (state, job) -> screen.all(bounds),
        // The chooser waits for the user, for which the worker must not wait.
        still -> EventQueue.invokeLater(() -> choose(still, bounds)));
  }

  private void choose(BufferedImage still, Rectangle bounds) {
    RegionChooser.choose(SwingUtilities.getWindowAncestor(parent), still, bounds)
        .ifPresent(region -> feed.start(screen.of(region)));
  }

  private void lookForCameras() {
    controller.work(
        Text.of("camera.looking"),
        (state, job) -> cameras.get(),
        found -> EventQueue.invokeLater(() -> choose(found)));
  }

  /** Asks only where there is a choice. */
  private void choose(List<? extends LiveSource> found) {
    Object chosen = found.get(0);
    if (found.size() > 1) {
      chosen =
          JOptionPane.showInputDialog(
              parent,
              Text.of("camera.choose"),
              Text.of("camera.where"),
              JOptionPane.PLAIN_MESSAGE,
              null,
              found.toArray(),
              chosen);
    }
    if (chosen instanceof LiveSource source) {
      feed.start(source);
    }
  }
}
