package io.skipscope.viewer.app;

import io.skipscope.viewer.keep.ViewFile;
import io.skipscope.viewer.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens files that are dropped or pasted, each as what it is. Event thread. */
final class FileOpener {
  private static final List<String> MODEL_ENDINGS =
      List.of(".onnx", ".pth", ".pt", ".th", ".safetensors");

  private final Controller controller;

  FileOpener(Controller controller) {
    this.controller = controller;
  }

  /** Opens the first file, or the picture; false if there is neither. */
  boolean open(Handed handed) {
    if (handed.picture() != null) {
      controller.openPicture(handed.picture());
    } else {
      handed.files().stream().limit(1).forEach(this::open);
    }
    return handed.picture() != null || !handed.files().isEmpty();
  }

  void paste() {
    controller.work(
        Text.of("job.pasting"), (state, job) -> Handed.ofClipboard(), handed -> open(handed));
  }

  /** Endings tell models and saved views; anything else is taken for a picture. */
  void open(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (MODEL_ENDINGS.stream().anyMatch(name::endsWith)) {
      controller.openModel(file.toString());
    } else if (name.endsWith("." + ViewFile.EXTENSION)) {
      controller.openView(file);
    } else {
      controller.openPicture(file);
    }
  }
}
