package io.skipscope.viewer.app;

import io.skipscope.cli.WindowLauncher;
import io.skipscope.error.InputException;
import io.skipscope.image.BundledPictures;
import io.skipscope.image.Picture;
import io.skipscope.image.Pictures;
import io.skipscope.viewer.job.Worker;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.theme.Theme;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;

/** Opens the window for the command line. */
public final class ViewerLauncher implements WindowLauncher {
  @Override
  public void open(String model, Path image) {
    if (GraphicsEnvironment.isHeadless()) {
      throw new InputException(
          "view", "no display", "a desktop, or another command such as `run` (see --help)");
    }
    EventQueue.invokeLater(() -> show(model, image));
  }

  /**
   * Makes the window, shows it, and has it open what it starts with. Event thread.
   *
   * @param model null for the bundled one; {@code image} likewise
   */
  static MainWindow show(String model, Path image) {
    Theme.install(false);
    StateStore store = new StateStore(ViewerState.INITIAL);
    Controller controller = new Controller(store, new Worker(store, EventQueue::invokeLater));
    MainWindow window = new MainWindow(store, controller);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            controller.close();
          }
        });
    window.setVisible(true);
    controller.start(
        model == null ? Bundled.MOBILENET_V2.source() : model,
        job -> image == null ? bundledPicture() : Pictures.read(image));
    return window;
  }

  /** The first of the bundled pictures; null where the samples are not on the class path. */
  private static Picture bundledPicture() {
    return BundledPictures.list().stream()
        .findFirst()
        .map(BundledPictures.Entry::open)
        .orElse(null);
  }
}
