package io.skipscope.viewer.app;

import io.skipscope.error.InputException;
import io.skipscope.image.Picture;
import io.skipscope.viewer.text.Text;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javax.swing.ImageIcon;

/**
 * What another program hands over by the clipboard or by dropping: files, or else a picture.
 *
 * @param picture null if there is none
 */
record Handed(List<Path> files, Picture picture) {
  Handed {
    files = List.copyOf(files);
  }

  /** Whether something of it can be opened. */
  static boolean isFit(Predicate<DataFlavor> supported) {
    return supported.test(DataFlavor.javaFileListFlavor) || supported.test(DataFlavor.imageFlavor);
  }

  /**
   * What is to be pasted. Any thread; can wait for the other program.
   *
   * @throws InputException if there is nothing that can be opened
   */
  static Handed ofClipboard() {
    try {
      Transferable content = Toolkit.getDefaultToolkit().getSystemClipboard().getContents(null);
      if (content != null && isFit(content::isDataFlavorSupported)) {
        return of(content);
      }
      throw unfit("paste.nothing", null);
    } catch (IllegalStateException e) {
      throw unfit("paste.busy", e);
    } catch (IOException | UnsupportedFlavorException e) {
      throw unfit("paste.nothing", e);
    }
  }

  private static InputException unfit(String found, Exception cause) {
    return new InputException(
        Text.of("paste.where"), Text.of(found), Text.of("paste.expected"), cause);
  }

  /**
   * Any thread; can wait for the other program.
   *
   * @throws IOException if the other program no longer has it
   * @throws UnsupportedFlavorException if nothing of it can be opened
   */
  static Handed of(Transferable content) throws IOException, UnsupportedFlavorException {
    if (content.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
      List<?> files = (List<?>) content.getTransferData(DataFlavor.javaFileListFlavor);
      if (!files.isEmpty()) {
        return new Handed(files.stream().map(file -> ((File) file).toPath()).toList(), null);
      }
    }
    return new Handed(List.of(), picture((Image) content.getTransferData(DataFlavor.imageFlavor)));
  }

  /** Opaque: alpha is laid over white, as in pictures from files. */
  private static Picture picture(Image image) throws IOException {
    Image loaded = new ImageIcon(image).getImage();
    int width = loaded.getWidth(null);
    int height = loaded.getHeight(null);
    if (width <= 0 || height <= 0) {
      throw new IOException(String.valueOf(image));
    }
    BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = opaque.createGraphics();
    g.drawImage(loaded, 0, 0, Color.WHITE, null);
    g.dispose();
    return Picture.of(Text.of("picture.pasted"), opaque);
  }
}
