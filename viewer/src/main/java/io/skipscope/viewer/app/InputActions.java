package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.FileDialogs;
import java.awt.Component;
import java.nio.file.Path;

/** The commands that bring pictures in. */
final class InputActions {
  private static final String[] FILES = {
    "png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp", "zip"
  };

  private final Component parent;
  private final FileOpener opener;
  private final StripWalk walk;
  private Path folder;

  InputActions(Component parent, FileOpener opener, StripWalk walk) {
    this.parent = parent;
    this.opener = opener;
    this.walk = walk;
  }

  void addTo(ActionTable table) {
    table
        .put(Command.OPEN_PICTURE, this::openPicture)
        .put(Command.OPEN_FOLDER, this::openFolder)
        .put(Command.PASTE, opener::paste)
        .put(Command.PREVIOUS_PICTURE, () -> walk.step(-1))
        .put(Command.NEXT_PICTURE, () -> walk.step(1))
        .put(Command.CLOSE_STRIP, walk::close);
  }

  private void openPicture() {
    FileDialogs.open(parent, Command.OPEN_PICTURE.label(), folder, Text.of("files.pictures"), FILES)
        .ifPresent(
            file -> {
              folder = file.toAbsolutePath().getParent();
              opener.open(file);
            });
  }

  private void openFolder() {
    FileDialogs.openFolder(parent, Command.OPEN_FOLDER.label(), folder)
        .ifPresent(
            chosen -> {
              folder = chosen;
              walk.open(chosen);
            });
  }
}
