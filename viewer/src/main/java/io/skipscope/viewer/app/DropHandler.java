package io.skipscope.viewer.app;

import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import javax.swing.TransferHandler;

/** Opens files or a picture that are dropped onto the window. */
final class DropHandler extends TransferHandler {
  private final FileOpener opener;

  DropHandler(FileOpener opener) {
    this.opener = opener;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return Handed.isFit(support::isDataFlavorSupported);
  }

  @Override
  public boolean importData(TransferSupport support) {
    if (!canImport(support)) {
      return false;
    }
    try {
      return opener.open(Handed.of(support.getTransferable()));
    } catch (UnsupportedFlavorException | IOException e) {
      return false;
    }
  }
}
