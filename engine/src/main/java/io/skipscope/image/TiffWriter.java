package io.skipscope.image;

import io.skipscope.job.AtomicFile;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.imaging.formats.tiff.AbstractTiffElement.DataElement;
import org.apache.commons.imaging.formats.tiff.AbstractTiffImageData;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffImageWriterLossy;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/**
 * Writes feature maps as a TIFF of 32-bit floats, one page per channel, completely or not at all.
 *
 * <p>Format: TIFF 6.0 with SampleFormat 3 (section 19), uncompressed, one strip per page.
 */
public final class TiffWriter {
  private static final short IEEE_FLOAT = 3;

  private TiffWriter() {}

  /**
   * Writes every map of some values, one value after the other.
   *
   * @param values by name, [batch, channels, height, width]; pages follow the order of batch, then
   *     channel, and are called {@code NAME-INDEX}, that of a value with one map {@code NAME}. What
   *     has no height and width becomes one row
   */
  public static void write(Path file, Map<String, Tensor> values) {
    AtomicFile.write(
        file, out -> new TiffImageWriterLossy(ByteOrder.LITTLE_ENDIAN).write(out, pages(values)));
  }

  private static TiffOutputSet pages(Map<String, Tensor> values) throws IOException {
    TiffOutputSet pages = new TiffOutputSet(ByteOrder.LITTLE_ENDIAN);
    for (Map.Entry<String, Tensor> value : values.entrySet()) {
      Tensor maps = asMaps(value.getValue());
      int count = maps.shape().batch() * maps.shape().channels();
      for (int map = 0; map < count; map++) {
        TiffOutputDirectory page = page(maps, map, pages.getDirectories().size());
        page.add(
            TiffTagConstants.TIFF_TAG_PAGE_NAME,
            count == 1 ? value.getKey() : value.getKey() + "-" + map);
        pages.addDirectory(page);
      }
    }
    return pages;
  }

  private static Tensor asMaps(Tensor tensor) {
    Shape shape = tensor.shape();
    return shape.rank() == 4
        ? tensor
        : tensor.reshaped(Shape.of(1, 1, 1, Math.max(1, shape.elementCount())));
  }

  private static TiffOutputDirectory page(Tensor maps, int map, int number) throws IOException {
    Shape shape = maps.shape();
    TiffOutputDirectory page = new TiffOutputDirectory(number, ByteOrder.LITTLE_ENDIAN);
    page.add(TiffTagConstants.TIFF_TAG_IMAGE_WIDTH, shape.width());
    page.add(TiffTagConstants.TIFF_TAG_IMAGE_LENGTH, shape.height());
    page.add(TiffTagConstants.TIFF_TAG_BITS_PER_SAMPLE, (short) Float.SIZE);
    page.add(
        TiffTagConstants.TIFF_TAG_COMPRESSION,
        (short) TiffTagConstants.COMPRESSION_VALUE_UNCOMPRESSED);
    page.add(
        TiffTagConstants.TIFF_TAG_PHOTOMETRIC_INTERPRETATION,
        (short) TiffTagConstants.PHOTOMETRIC_INTERPRETATION_VALUE_BLACK_IS_ZERO);
    page.add(TiffTagConstants.TIFF_TAG_SAMPLES_PER_PIXEL, (short) 1);
    page.add(TiffTagConstants.TIFF_TAG_ROWS_PER_STRIP, shape.height());
    page.add(TiffTagConstants.TIFF_TAG_SAMPLE_FORMAT, IEEE_FLOAT);
    byte[] bytes = bytes(maps.data(), map * shape.height() * shape.width(), shape);
    DataElement[] strip = {new AbstractTiffImageData.Data(0, bytes.length, bytes)};
    page.setTiffImageData(new AbstractTiffImageData.Strips(strip, shape.height()));
    return page;
  }

  private static byte[] bytes(float[] data, int from, Shape shape) {
    int area = shape.height() * shape.width();
    ByteBuffer bytes = ByteBuffer.allocate(area * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(data, from, area);
    return bytes.array();
  }
}
