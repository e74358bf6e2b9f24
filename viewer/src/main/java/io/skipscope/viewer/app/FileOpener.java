package io.skipscope.viewer.app;

import io.skipscope.viewer.keep.ViewFile;
import io.skipscope.viewer.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens files that are dropped or pasted, each as what it is. Event thread. */
final class FileOpener {
  private static final List<String> MODEL_ENDINGS =
      List.of(".onnx", ".pth", ".pt", ".th", ".safetensors");

  private final Controller controller;
  private final StripWalk walk;

  FileOpener(Controller controller, StripWalk walk) {
    this.controller = controller;
    this.walk = walk;
  }

  /** Opens the files, or the picture; false if there is neither. */
  boolean open(Handed handed) {
    if (handed.picture() != null) {
      controller.openPicture(handed.picture());
    } else {
      open(handed.files());
    }
    return handed.picture() != null || !handed.files().isEmpty();
  }

  /** Several pictures become a film strip; of several models or views the first one is opened. */
  private void open(List<Path> files) {
    List<Path> pictures = files.stream().filter(file -> !isModel(file) && !isView(file)).toList();
    files.stream().filter(file -> !pictures.contains(file)).limit(1).forEach(this::open);
    if (pictures.size() > 1) {
      walk.open(pictures);
    } else {
      pictures.forEach(this::open);
    }
  }

  void paste() {
    controller.work(
        Text.of("job.pasting"), (state, job) -> Handed.ofClipboard(), handed -> open(handed));
  }

  /**
   * Endings tell models, saved views and ZIP files, of which the pictures are a film strip, as
   * those of a folder; anything else is taken for a picture.
   */
  void open(Path file) {
    if (isModel(file)) {
      controller.openModel(file.toString());
    } else if (isView(file)) {
      controller.openView(file);
    } else if (Files.isDirectory(file) || hasEnding(file, List.of(".zip"))) {
      walk.open(file);
    } else {
      controller.openPicture(file);
    }
  }

  private static boolean isModel(Path file) {
    return hasEnding(file, MODEL_ENDINGS);
  }

  private static boolean isView(Path file) {
    return hasEnding(file, List.of("." + ViewFile.EXTENSION));
  }

  private static boolean hasEnding(Path file, List<String> endings) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }
}
