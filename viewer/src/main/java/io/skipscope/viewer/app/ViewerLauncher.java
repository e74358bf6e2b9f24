package io.skipscope.viewer.app;

import io.skipscope.cli.WindowLauncher;
import io.skipscope.error.InputException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

/** Opens the window for the command line. */
public final class ViewerLauncher implements WindowLauncher {
  @Override
  public void open(String model, Path image) {
    if (GraphicsEnvironment.isHeadless()) {
      throw new InputException(
          "view", "no display", "a desktop, or another command such as `run` (see --help)");
    }
    EventQueue.invokeLater(() -> Viewer.show().start(model, image));
  }
}
