package io.skipscope.cli;

import java.nio.file.Path;

/** Opens the window; the viewer registers one as a service. */
public interface WindowLauncher {
  /**
   * Returns once the window is on its way; the process lives as long as the window.
   *
   * @param model a path or zoo name, null for the bundled network
   * @param image a picture, null for the bundled one
   * @throws io.skipscope.error.SkipscopeException if no window can be opened here
   */
  void open(String model, Path image);
}
