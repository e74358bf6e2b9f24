package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffDirectory;
import org.apache.commons.imaging.formats.tiff.TiffImagingParameters;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir Path folder;

  @Test
  void pngComesBackAsWritten() {
    Path file = folder.resolve("a.png");
    int[] argb = {0xFF010203, 0xFFFFFFFF, 0xFF000000, 0xFF808080, 0xFF00FF00, 0xFF123456};
    PngWriter.write(file, argb, 3, 2);
    Picture back = Pictures.read(file);
    assertEquals(3, back.width());
    for (int i = 0; i < argb.length; i++) {
      assertEquals(argb[i] & 0xFFFFFF, back.rgb()[i]);
    }
  }

  @Test
  void gridOfSmallMapsIsEnlarged() {
    Path file = folder.resolve("a.png");
    Tensor maps = Tensor.zeros(Shape.of(1, 4, 8, 8));
    PngWriter.writeGrid(file, maps, new ColorScale(ColorMap.VIRIDIS, 0, 1));
    Picture back = Pictures.read(file);
    assertEquals(65, back.width());
    assertEquals(65, back.height());
    assertEquals(0x440154, back.rgb(0, 0));
  }

  @Test
  void vectorsAreDrawnAsOneRow() {
    Path file = folder.resolve("a.png");
    PngWriter.writeGrid(file, Tensor.zeros(Shape.of(1, 100)), new ColorScale(ColorMap.GREY, 0, 1));
    assertEquals(100, Pictures.read(file).width());
    assertEquals(1, Pictures.read(file).height());
  }

  @Test
  void tiffKeepsEveryFloatOnAPagePerChannel() throws IOException {
    Path file = folder.resolve("a.tiff");
    float[] data = numbers(2 * 3 * 4 * 5);
    TiffWriter.write(file, Map.of("maps", new Tensor(Shape.of(2, 3, 4, 5), data)));
    List<TiffDirectory> pages = pagesOf(file);
    assertEquals(6, pages.size());
    for (int page = 0; page < 6; page++) {
      float[] expected = Arrays.copyOfRange(data, page * 20, page * 20 + 20);
      assertArrayEquals(expected, pages.get(page).getRasterData(null).getData());
    }
  }

  @Test
  void tiffHoldsSeveralValuesUnderTheirNames() throws IOException {
    Path file = folder.resolve("a.tiff");
    Map<String, Tensor> values = new LinkedHashMap<>();
    values.put("sum", new Tensor(Shape.of(1, 2, 3, 4), numbers(24)));
    values.put("logits", new Tensor(Shape.of(1, 10), numbers(10)));
    TiffWriter.write(file, values);
    List<TiffDirectory> pages = pagesOf(file);
    List<String> names = new ArrayList<>();
    for (TiffDirectory page : pages) {
      names.add(page.getSingleFieldValue(TiffTagConstants.TIFF_TAG_PAGE_NAME));
    }
    assertEquals(List.of("sum-0", "sum-1", "logits"), names);
    assertArrayEquals(numbers(10), pages.get(2).getRasterData(null).getData());
  }

  private static float[] numbers(int count) {
    float[] data = new float[count];
    for (int i = 0; i < count; i++) {
      data[i] = (i - 7) * 0.37f;
    }
    return data;
  }

  private static List<TiffDirectory> pagesOf(Path file) throws IOException {
    return new TiffReader(true)
        .readContents(
            ByteSource.file(file.toFile()),
            new TiffImagingParameters(),
            FormatCompliance.getDefault())
        .directories;
  }

  @Test
  void nothingIsLeftBesideTheTarget() throws IOException {
    TiffWriter.write(folder.resolve("a.tiff"), Map.of("map", Tensor.zeros(Shape.of(1, 1, 2, 2))));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
