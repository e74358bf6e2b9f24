package io.skipscope.viewer.app;

import io.skipscope.job.Job;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.export.Exporter;
import io.skipscope.viewer.keep.ViewFile;
import io.skipscope.viewer.render.Drawing;
import io.skipscope.viewer.state.Message;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerState;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Keeps what the window shows, in files and on the clipboard. Event thread. */
final class Keeper {
  private final StateStore store;
  private final Controller controller;

  Keeper(StateStore store, Controller controller) {
    this.store = store;
    this.controller = controller;
  }

  /**
   * Writes a part of the window as the file's ending asks for, and says where it is.
   *
   * @param scale pixels per logical pixel, of a picture in pixels
   */
  void export(Exportable part, int scale, Path file) {
    keep(file, job -> Exporter.write(part, scale, file, job));
  }

  void saveView(Path file) {
    ViewerState state = store.state();
    keep(file, job -> ViewFile.write(file, state));
  }

  private void keep(Path file, Consumer<Job> write) {
    controller.work(
        Text.of("job.saving", file.getFileName()),
        (state, job) -> {
          write.accept(job);
          return file;
        },
        saved ->
            store.update(s -> s.with().message(Message.hint(Text.of("saved", saved))).build()));
  }

  /** Paints a picture and puts it on the clipboard. */
  void copy(Drawing drawing, int scale) {
    controller.work(
        Text.of("job.copying", drawing.name()),
        (state, job) -> new PictureClip(drawing.image(scale)),
        clip -> store.update(s -> s.with().message(copied(clip, drawing.name())).build()));
  }

  private static Message copied(PictureClip clip, String name) {
    try {
      clip.copy();
      return Message.hint(Text.of("copied", name));
    } catch (IllegalStateException e) {
      return Message.error(Text.of("copy.busy", name));
    }
  }
}
