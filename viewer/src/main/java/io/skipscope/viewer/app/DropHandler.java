package io.skipscope.viewer.app;

import io.skipscope.viewer.keep.ViewFile;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.TransferHandler;

/** Opens a model or a picture that is dropped onto the window. */
final class DropHandler extends TransferHandler {
  private static final List<String> MODEL_ENDINGS =
      List.of(".onnx", ".pth", ".pt", ".th", ".safetensors");

  private final Controller controller;

  DropHandler(Controller controller) {
    this.controller = controller;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport support) {
    if (!canImport(support)) {
      return false;
    }
    try {
      List<?> files =
          (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      files.stream().limit(1).map(file -> ((File) file).toPath()).forEach(this::open);
      return !files.isEmpty();
    } catch (UnsupportedFlavorException | IOException e) {
      return false;
    }
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
