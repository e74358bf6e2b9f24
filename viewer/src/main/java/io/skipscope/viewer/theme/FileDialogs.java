package io.skipscope.viewer.theme;

import com.formdev.flatlaf.util.SystemFileChooser;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The platform's own dialogs for opening a file and for naming a new one. */
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
    return chosen(chooser, chooser.showOpenDialog(parent));
  }

  /**
   * Asks for a folder and waits. Event thread.
   *
   * @param start where to start, or null
   */
  public static Optional<Path> openFolder(Component parent, String title, Path start) {
    SystemFileChooser chooser = new SystemFileChooser();
    chooser.setDialogTitle(title);
    chooser.setFileSelectionMode(SystemFileChooser.DIRECTORIES_ONLY);
    if (start != null) {
      chooser.setCurrentDirectory(start.toFile());
    }
    return chosen(chooser, chooser.showOpenDialog(parent));
  }

  /**
   * Asks for the name of a new file and waits. Event thread.
   *
   * @param suggested the file that is offered
   * @param extension of the file, without the dot; added where the user leaves it out
   */
  public static Optional<Path> save(
      Component parent, String title, Path suggested, String description, String extension) {
    return save(parent, title, suggested, List.of(new Kind(description, extension)))
        .map(named -> withExtension(named.file(), extension));
  }

  /** A kind of file that a dialog offers; the extension is without the dot. */
  public record Kind(String description, String extension) {}

  /**
   * What the user answered.
   *
   * @param file as it was named, with or without an ending
   * @param chosenKind index among the kinds that were offered
   */
  public record NewFile(Path file, int chosenKind) {}

  /**
   * Asks for the name of a new file of one of several kinds and waits. Event thread.
   *
   * @param suggested the file that is offered, of the first kind
   */
  public static Optional<NewFile> save(
      Component parent, String title, Path suggested, List<Kind> kinds) {
    SystemFileChooser chooser = new SystemFileChooser();
    chooser.setDialogTitle(title);
    chooser.setSelectedFile(suggested.toFile());
    chooser.setAcceptAllFileFilterUsed(false);
    List<SystemFileChooser.FileNameExtensionFilter> filters =
        kinds.stream()
            .map(
                kind ->
                    new SystemFileChooser.FileNameExtensionFilter(
                        kind.description(), kind.extension()))
            .toList();
    filters.forEach(chooser::addChoosableFileFilter);
    chooser.setFileFilter(filters.get(0));
    return chosen(chooser, chooser.showSaveDialog(parent))
        .map(file -> new NewFile(file, Math.max(0, filters.indexOf(chooser.getFileFilter()))));
  }

  private static Path withExtension(Path file, String extension) {
    String name = file.getFileName().toString();
    boolean complete = name.toLowerCase(Locale.ROOT).endsWith("." + extension);
    return complete ? file : file.resolveSibling(name + "." + extension);
  }

  private static Optional<Path> chosen(SystemFileChooser chooser, int answer) {
    return answer == SystemFileChooser.APPROVE_OPTION
        ? Optional.ofNullable(chooser.getSelectedFile()).map(File::toPath)
        : Optional.empty();
  }
}
