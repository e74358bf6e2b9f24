package io.skipscope.viewer.theme;

import com.formdev.flatlaf.util.SystemFileChooser;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** The platform's own dialog for opening a file. */
public final class FileDialogs {
  private FileDialogs() {}

  /**
   * Asks for a file and waits. Event thread.
   *
   * @param folder where to start, or null
   * @param description of the files that are offered first
   * @param extensions their endings, without the dot
   */
  public static Optional<Path> open(
      Component parent, String title, Path folder, String description, String... extensions) {
    SystemFileChooser chooser = new SystemFileChooser();
    chooser.setDialogTitle(title);
    if (folder != null) {
      chooser.setCurrentDirectory(folder.toFile());
    }
    var filter = new SystemFileChooser.FileNameExtensionFilter(description, extensions);
    chooser.addChoosableFileFilter(filter);
    chooser.setFileFilter(filter);
    if (chooser.showOpenDialog(parent) != SystemFileChooser.APPROVE_OPTION) {
      return Optional.empty();
    }
    return Optional.ofNullable(chooser.getSelectedFile()).map(File::toPath);
  }
}
