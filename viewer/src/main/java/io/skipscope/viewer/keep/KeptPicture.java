package io.skipscope.viewer.keep;

import io.skipscope.image.PngWriter;
import io.skipscope.viewer.state.OpenPicture;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Gives a picture that no file holds a file of its own. */
final class KeptPicture {
  private KeptPicture() {}

  /**
   * The same picture with a source that can be opened again.
   *
   * <p>The name of the file that is written tells what is in it, so that views which hold other
   * pictures keep theirs.
   *
   * @param file whose folder and name are taken
   * @throws io.skipscope.error.SkipscopeException if it cannot be written
   */
  static OpenPicture beside(Path file, OpenPicture open) {
    if (!open.source().isEmpty()) {
      return open;
    }
    Path absolute = file.toAbsolutePath();
    String name = absolute.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Path png = absolute.resolveSibling("%s-%08x.png".formatted(name, checksum(open)));
    PngWriter.write(png, open.picture().toBufferedImage());
    return new OpenPicture(png.toString(), open.picture());
  }

  private static long checksum(OpenPicture open) {
    CRC32 sum = new CRC32();
    ByteBuffer row = ByteBuffer.allocate(4 * open.picture().width());
    for (int y = 0; y < open.picture().height(); y++) {
      row.clear()
          .asIntBuffer()
          .put(open.picture().rgb(), y * open.picture().width(), open.picture().width());
      sum.update(row);
    }
    return sum.getValue();
  }
}
