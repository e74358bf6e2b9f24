package io.skipscope.cli;

import java.nio.file.Path;

/** Opens the window; the viewer registers one as a service. */
public interface WindowLauncher {
  /**
   * Returns once the window is there; the process lives as long as the window.
   *
   * @param model a path or zoo name, null for the bundled network
   * @param image a picture, null for the bundled one
   * @throws io.skipscope.error.SkipscopeException if no window can be opened here
   */
  void open(String model, Path image);

  /**
   * Goes through a start of the window up to its first maps without a window, so that the classes
   * which that takes are loaded. Needs no display; as slow as a run on the default device is.
   *
   * @param model a path or zoo name
   * @param image a picture
   * @throws RuntimeException or an error if Java can draw nothing here, not even without a display
   */
  void rehearse(String model, Path image);
}
