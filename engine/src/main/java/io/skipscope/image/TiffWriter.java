package io.skipscope.image;

import io.skipscope.job.AtomicFile;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
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
   * Writes every map.
   *
   * @param maps [batch, channels, height, width]; pages follow the order of batch, then channel
   */
  public static void write(Path file, Tensor maps) {
    AtomicFile.write(
        file, out -> new TiffImageWriterLossy(ByteOrder.LITTLE_ENDIAN).write(out, pages(maps)));
  }

  private static TiffOutputSet pages(Tensor maps) throws IOException {
    TiffOutputSet pages = new TiffOutputSet(ByteOrder.LITTLE_ENDIAN);
    int count = maps.shape().batch() * maps.shape().channels();
    for (int page = 0; page < count; page++) {
      pages.addDirectory(page(maps, page));
    }
    return pages;
  }

  private static TiffOutputDirectory page(Tensor maps, int index) throws IOException {
    Shape shape = maps.shape();
    TiffOutputDirectory page = new TiffOutputDirectory(index, ByteOrder.LITTLE_ENDIAN);
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
    byte[] bytes = bytes(maps.data(), index * shape.height() * shape.width(), shape);
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
