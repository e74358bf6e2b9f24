package io.skipscope.viewer.app;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.export.ExportFormat;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.text.Text;
import io.skipscope.viewer.theme.FileDialogs;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JOptionPane;

/** The commands that keep what is in view, as a picture or as numbers. */
final class ExportActions {
  private static final int LARGE = 2;

  private final Component parent;
  private final Controller controller;
  private Path folder = Path.of("").toAbsolutePath();

  ExportActions(Component parent, Controller controller) {
    this.parent = parent;
    this.controller = controller;
  }

  /**
   * @param middle what the middle of the window shows; empty while that is nothing
   * @param network the drawn network likewise
   */
  void addTo(
      ActionTable table,
      Supplier<Optional<Exportable>> middle,
      Supplier<Optional<Exportable>> network) {
    List<ExportFormat> png = List.of(ExportFormat.PNG);
    table
        .put(Command.SAVE_PICTURE, onPart(middle, p -> save(Command.SAVE_PICTURE, p, png, 1)))
        .put(
            Command.SAVE_PICTURE_LARGE,
            onPart(middle, p -> save(Command.SAVE_PICTURE_LARGE, p, png, LARGE)))
        .put(Command.EXPORT, onPart(middle, p -> save(Command.EXPORT, p, p.formats(), LARGE)))
        .put(
            Command.EXPORT_NETWORK,
            onPart(network, p -> save(Command.EXPORT_NETWORK, p, p.formats(), LARGE)))
        .put(
            Command.COPY_PICTURE, onPart(middle, p -> controller.keeper().copy(p.drawing(), LARGE)))
        .put(
            Command.COPY_NETWORK,
            onPart(network, p -> controller.keeper().copy(p.drawing(), LARGE)));
  }

  private static Runnable onPart(Supplier<Optional<Exportable>> source, Consumer<Exportable> work) {
    return () -> source.get().ifPresent(work);
  }

  /** Asks where to, and as what; the first of the formats is offered. */
  private void save(Command command, Exportable part, List<ExportFormat> formats, int scale) {
    ExportFormat offered = formats.get(0);
    String name = part.drawing().name().replaceAll("[^A-Za-z0-9._-]", "_");
    List<FileDialogs.Kind> kinds =
        formats.stream()
            .map(format -> new FileDialogs.Kind(Text.of(format), format.extension()))
            .toList();
    FileDialogs.save(
            parent, command.label(), folder.resolve(name + "." + offered.extension()), kinds)
        .ifPresent(
            named -> {
              Path file =
                  ExportFormat.meant(named.file(), offered, formats.get(named.chosenKind()));
              folder = file.toAbsolutePath().getParent();
              if (file.equals(named.file()) || mayReplace(command, file)) {
                controller.keeper().export(part, scale, file);
              }
            });
  }

  /** The dialog asks this itself, but of the name that it knew. */
  private boolean mayReplace(Command command, Path file) {
    return Files.notExists(file)
        || JOptionPane.showConfirmDialog(
                parent, Text.of("export.replace", file), command.label(), JOptionPane.YES_NO_OPTION)
            == JOptionPane.YES_OPTION;
  }
}
