package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.render.Drawing;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.FileDialogs;
import java.awt.Component;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands that keep what is in view as a picture. */
final class SaveActions {
  private static final String PNG = "png";

  private final Component parent;
  private final Controller controller;
  private Path folder = Path.of("").toAbsolutePath();

  SaveActions(Component parent, Controller controller) {
    this.parent = parent;
    this.controller = controller;
  }

  /**
   * @param middle what the middle of the window shows; empty while that is nothing
   * @param network the drawn network likewise
   */
  void addTo(
      ActionTable table, Supplier<Optional<Drawing>> middle, Supplier<Optional<Drawing>> network) {
    table
        .put(Command.SAVE_PICTURE, () -> save(Command.SAVE_PICTURE, middle, 1))
        .put(Command.SAVE_PICTURE_LARGE, () -> save(Command.SAVE_PICTURE_LARGE, middle, 2))
        .put(Command.SAVE_NETWORK, () -> save(Command.SAVE_NETWORK, network, 2));
  }

  private void save(Command command, Supplier<Optional<Drawing>> source, int scale) {
    source.get().ifPresent(drawing -> save(command, drawing, scale));
  }

  private void save(Command command, Drawing drawing, int scale) {
    String name = drawing.name().replaceAll("[^A-Za-z0-9._-]", "_") + "." + PNG;
    FileDialogs.save(parent, command.label(), folder.resolve(name), Text.of("files.png"), PNG)
        .ifPresent(
            file -> {
              folder = file.toAbsolutePath().getParent();
              controller.save(drawing, scale, file);
            });
  }
}
