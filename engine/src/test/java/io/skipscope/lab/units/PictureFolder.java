package io.skipscope.lab.units;

import io.skipscope.image.PngWriter;
import java.nio.file.Path;
import java.util.Random;

/** Pictures of coloured noise in a folder. */
final class PictureFolder {
  private PictureFolder() {}

  /** Writes {@code 00.png}, {@code 01.png} and so on. */
  static void draw(Path folder, int count, int side) {
    Random random = new Random(17);
    for (int i = 0; i < count; i++) {
      int[] argb = random.ints(side * side, 0, 1 << 24).map(rgb -> rgb | 0xFF000000).toArray();
      PngWriter.write(folder.resolve(String.format("%02d.png", i)), argb, side, side);
    }
  }
}
