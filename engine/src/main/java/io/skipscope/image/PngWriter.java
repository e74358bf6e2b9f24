package io.skipscope.image;

import io.skipscope.job.AtomicFile;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.apache.commons.imaging.ImageFormats;
import org.apache.commons.imaging.Imaging;

/** Writes pictures as PNG, completely or not at all. */
public final class PngWriter {
  private PngWriter() {}

  public static void write(Path file, BufferedImage image) {
    AtomicFile.write(file, out -> Imaging.writeImage(image, out, ImageFormats.PNG));
  }

  /**
   * Writes pixels.
   *
   * @param argb 0xFFRRGGBB, row by row
   */
  public static void write(Path file, int[] argb, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    write(file, image);
  }

  /**
   * Writes all channels of the first image of a batch as a grid.
   *
   * @param maps [batch, channels, height, width]; other ranks count as one row per last axis
   */
  public static void writeGrid(Path file, Tensor maps, ColorScale scale) {
    Tensor planes = asMaps(maps);
    Shape shape = planes.shape();
    FeatureGrid grid =
        FeatureGrid.square(shape.channels(), shape.width(), shape.height(), zoom(shape));
    write(file, grid.render(planes, 0, scale), grid.width(), grid.height());
  }

  /** A vector such as the logits becomes one map of a single row. */
  private static Tensor asMaps(Tensor tensor) {
    Shape shape = tensor.shape();
    if (shape.rank() == 4) {
      return tensor;
    }
    int width = shape.rank() == 0 ? 1 : shape.extent(-1);
    int rows = width == 0 ? 0 : shape.elementCount() / width;
    return tensor.reshaped(Shape.of(1, 1, rows, width));
  }

  /** Small maps are enlarged, so that a value can be seen. */
  private static int zoom(Shape shape) {
    return Math.max(1, 32 / Math.max(1, Math.max(shape.height(), shape.width())));
  }
}
