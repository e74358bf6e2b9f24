package io.skipscope.viewer.app;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;

/** A picture on the clipboard. */
record PictureClip(Image picture) implements Transferable {
  /**
   * Puts it where other programs paste from.
   *
   * @throws IllegalStateException if another program holds the clipboard
   */
  void copy() {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(this, null);
  }

  @Override
  public DataFlavor[] getTransferDataFlavors() {
    return new DataFlavor[] {DataFlavor.imageFlavor};
  }

  @Override
  public boolean isDataFlavorSupported(DataFlavor flavor) {
    return DataFlavor.imageFlavor.equals(flavor);
  }

  @Override
  public Image getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
    if (!isDataFlavorSupported(flavor)) {
      throw new UnsupportedFlavorException(flavor);
    }
    return picture;
  }
}
