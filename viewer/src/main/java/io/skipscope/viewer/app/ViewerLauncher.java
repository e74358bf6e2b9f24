package io.skipscope.viewer.app;

import io.skipscope.cli.WindowLauncher;
import io.skipscope.error.InputException;
import io.skipscope.viewer.keep.SettingsFile;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.nio.file.Path;

/** Opens the window for the command line. */
public final class ViewerLauncher implements WindowLauncher {
  @Override
  public void open(String model, Path image) {
    requireDisplay();
    Viewer.open(SettingsFile.ofUser(), model, image);
  }

  @Override
  public void rehearse(String model, Path image) {
    WindowRehearsal.run(model, image);
  }

  private static void requireDisplay() {
    if (GraphicsEnvironment.isHeadless()) {
      throw noDisplay("no display", null);
    }
    try {
      Toolkit.getDefaultToolkit();
    } catch (AWTError | LinkageError e) {
      throw noDisplay("no display that can be used (" + e.getMessage() + ")", e);
    }
  }

  private static InputException noDisplay(String found, Throwable cause) {
    return new InputException(
        "view", found, "a desktop, or another command such as `run` (see --help)", cause);
  }
}
