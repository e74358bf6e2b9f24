package io.skipscope.samples.picture;

import io.skipscope.image.PngWriter;
import io.skipscope.job.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws the bundled pictures: {@code PictureMaker FOLDER [FILE...]}, with {@code samples/pictures}
 * for the folder in this project; without files, all of them and their index.
 */
public final class PictureMaker {
  private static final float JPEG_QUALITY = 0.92f;

  private PictureMaker() {}

  /**
   * @param args the folder to write to, then the files wanted, if not all
   */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Set<String> wanted = Set.of(args);
    for (BundledPicture picture : BundledPicture.ALL) {
      if (args.length == 1 || wanted.contains(picture.file())) {
        write(picture, folder.resolve(picture.file()));
        System.out.println(picture.file());
      }
    }
    writeIndex(folder.resolve("index.txt"));
  }

  private static void write(BundledPicture picture, Path file) {
    BufferedImage image = draw(picture.painter().get(), picture.size());
    if (picture.isScene()) {
      AtomicFile.write(file, out -> writeJpeg(image, out));
    } else {
      PngWriter.write(file, image);
    }
  }

  private static BufferedImage draw(Painter painter, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    int[][] rows =
        IntStream.range(0, size)
            .parallel()
            .mapToObj(y -> row(painter, y, size))
            .toArray(int[][]::new);
    for (int y = 0; y < size; y++) {
      image.setRGB(0, y, size, 1, rows[y], 0, size);
    }
    return image;
  }

  private static int[] row(Painter painter, int y, int size) {
    return IntStream.range(0, size).map(x -> painter.pixel(x, y, size)).toArray();
  }

  private static void writeJpeg(BufferedImage image, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(JPEG_QUALITY);
      writer.write(null, new IIOImage(image, null, null), options);
    } finally {
      writer.dispose();
    }
  }

  private static void writeIndex(Path file) {
    StringBuilder text = new StringBuilder();
    for (BundledPicture picture : BundledPicture.ALL) {
      text.append(picture.file()).append('\t').append(picture.title()).append('\n');
    }
    AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
