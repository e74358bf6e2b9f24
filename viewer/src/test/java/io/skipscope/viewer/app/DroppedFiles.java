package io.skipscope.viewer.app;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** Files as a file manager hands them over. */
record DroppedFiles(Path file) implements Transferable {
  @Override
  public DataFlavor[] getTransferDataFlavors() {
    return new DataFlavor[] {DataFlavor.javaFileListFlavor};
  }

  @Override
  public boolean isDataFlavorSupported(DataFlavor flavor) {
    return flavor.equals(DataFlavor.javaFileListFlavor);
  }

  @Override
  public List<File> getTransferData(DataFlavor flavor) {
    return List.of(file.toFile());
  }
}
