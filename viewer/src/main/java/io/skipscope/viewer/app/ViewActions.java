package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.keep.ViewFile;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.FileDialogs;
import java.awt.Component;
import java.nio.file.Path;

/** The commands that keep a view and bring it back. */
final class ViewActions {
  private final Component parent;
  private final StateStore store;
  private final Controller controller;
  private Path folder = Path.of("").toAbsolutePath();

  ViewActions(Component parent, StateStore store, Controller controller) {
    this.parent = parent;
    this.store = store;
    this.controller = controller;
  }

  void addTo(ActionTable table) {
    table.put(Command.SAVE_VIEW, this::save).put(Command.OPEN_VIEW, this::open);
  }

  private void save() {
    ViewerState state = store.state();
    if (state.run() == null) {
      return;
    }
    Path suggested = folder.resolve(state.model().name() + "." + ViewFile.EXTENSION);
    FileDialogs.save(
            parent,
            Command.SAVE_VIEW.label(),
            suggested,
            Text.of("files.views"),
            ViewFile.EXTENSION)
        .ifPresent(
            file -> {
              folder = file.toAbsolutePath().getParent();
              controller.saveView(file);
            });
  }

  private void open() {
    FileDialogs.open(
            parent, Command.OPEN_VIEW.label(), folder, Text.of("files.views"), ViewFile.EXTENSION)
        .ifPresent(
            file -> {
              folder = file.toAbsolutePath().getParent();
              controller.openView(file);
            });
  }
}
