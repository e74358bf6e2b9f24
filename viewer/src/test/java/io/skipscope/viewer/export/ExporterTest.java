package io.skipscope.viewer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.image.Npy;
import io.skipscope.image.Picture;
import io.skipscope.image.Pictures;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import io.skipscope.load.safetensors.SafetensorsFile;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.render.Drawing;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.imaging.Imaging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
  /** A half, a third, not a number, and what needs all digits. */
  private static final float[] SUM = {0.5f, 1 / 3f, Float.NaN, -1e-30f, 16777217f, 3, 4, 5};

  private static final TapFrame MAPS =
      new TapFrame(
          "layer1.0.sum", 0, Shape.of(1, 2, 2, 2), new Tensor(Shape.of(1, 2, 2, 2), SUM), null);
  private static final TapFrame VECTOR =
      new TapFrame(
          "a,b", 0, Shape.of(1, 3), new Tensor(Shape.of(1, 3), new float[] {7, 8, 9}), null);

  @TempDir private Path folder;

  private static Exportable of(ExportedMaps... maps) {
    return Exportable.pictured(
        new Drawing(
            "part",
            6,
            4,
            Color.WHITE,
            g -> {
              g.setColor(Color.RED);
              g.fill(new Rectangle(0, 0, 3, 4));
            }),
        List.of(maps));
  }

  private Path write(Exportable part, String name) {
    Path file = folder.resolve(name);
    Exporter.write(part, 2, file, Job.unwatched());
    return file;
  }

  @Test
  void aPngHasTheScaleThatIsAskedFor() {
    Picture picture = Pictures.read(write(of(ExportedMaps.all(MAPS)), "part.png"));
    assertEquals(12, picture.width());
    assertEquals(8, picture.height());
    assertEquals(0xFF0000, picture.rgb(5, 7) & 0xFFFFFF);
    assertEquals(0xFFFFFF, picture.rgb(6, 7) & 0xFFFFFF);
  }

  @Test
  void npyAndSafetensorsGiveTheSameNumbersAgain() {
    Tensor npy = Npy.read(write(of(ExportedMaps.all(MAPS)), "sum.npy"));
    assertEquals(Shape.of(1, 2, 2, 2), npy.shape());
    assertArrayEquals(SUM, npy.data());
    Path both = write(of(ExportedMaps.all(MAPS), ExportedMaps.all(VECTOR)), "both.safetensors");
    Map<String, Tensor> tensors = SafetensorsFile.read(both, Job.unwatched()).tensors();
    assertEquals(List.of("layer1.0.sum", "a,b"), List.copyOf(tensors.keySet()));
    assertArrayEquals(SUM, tensors.get("layer1.0.sum").data());
    assertArrayEquals(new float[] {7, 8, 9}, tensors.get("a,b").data());
  }

  @Test
  void oneMapIsExportedWithoutTheOthers() {
    Tensor one = Npy.read(write(of(ExportedMaps.one(MAPS, 1)), "one.npy"));
    assertEquals(Shape.of(1, 1, 2, 2), one.shape());
    assertArrayEquals(new float[] {16777217f, 3, 4, 5}, one.data());
  }

  @Test
  void aTiffHasAPageForEachMapOfEachValue() throws IOException {
    Path file = write(of(ExportedMaps.all(MAPS), ExportedMaps.one(VECTOR, 2)), "both.tif");
    assertEquals(3, Imaging.getAllBufferedImages(file.toFile()).size());
  }

  @Test
  void csvHasALineForEachNumberThatGivesTheSameFloatAgain() throws IOException {
    List<String> lines =
        Files.readAllLines(write(of(ExportedMaps.all(MAPS), ExportedMaps.all(VECTOR)), "both.csv"));
    assertEquals("value,channel,row,column,number", lines.get(0));
    assertEquals(1 + SUM.length + 3, lines.size());
    for (int i = 0; i < SUM.length; i++) {
      String[] fields = lines.get(1 + i).split(",");
      assertEquals("layer1.0.sum", fields[0]);
      assertEquals(i, 4 * integer(fields[1]) + 2 * integer(fields[2]) + integer(fields[3]));
      assertEquals(SUM[i], Float.parseFloat(fields[4]));
    }
    assertEquals("\"a,b\",2,0,0,9.0", lines.get(11));
  }

  @Test
  void aCancelledExportLeavesNoFile() throws IOException {
    Job cancelled = Job.unwatched();
    cancelled.cancel();
    Path file = folder.resolve("sum.csv");
    Exportable part = of(ExportedMaps.all(MAPS));
    assertThrows(CancelledException.class, () -> Exporter.write(part, 1, file, cancelled));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  private static int integer(String text) {
    return Integer.parseInt(text);
  }

  @Test
  void oneMapKeepsItsChannelInCsv() throws IOException {
    List<String> lines = Files.readAllLines(write(of(ExportedMaps.one(MAPS, 1)), "one.csv"));
    assertEquals("layer1.0.sum,1,1,0,4.0", lines.get(3));
  }

  @Test
  void aFormatThatDoesNotFitIsOneLineThatNamesThoseThatDo() throws IOException {
    Exportable two = of(ExportedMaps.all(MAPS), ExportedMaps.all(VECTOR));
    assertRefused(two, "two.npy", ".png, .tiff, .csv, .safetensors");
    assertRefused(two, "two.svg", ".png, .tiff, .csv, .safetensors");
    assertRefused(Exportable.drawn(two.drawing()), "drawn.csv", ".png, .svg");
    assertRefused(two, "two.jpg", ".png");
    assertRefused(two, "two", ".png");
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  private void assertRefused(Exportable part, String name, String possible) {
    InputException refused = assertThrows(InputException.class, () -> write(part, name));
    assertTrue(refused.getMessage().contains(possible), refused.getMessage());
    assertTrue(refused.getMessage().contains(name), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void afterAFailureTheFileIsAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("part.png"), "before");
    Drawing failing =
        new Drawing(
            "part",
            4,
            4,
            Color.WHITE,
            g -> {
              throw new IllegalStateException("painting failed");
            });
    assertThrows(
        IllegalStateException.class,
        () -> Exporter.write(Exportable.pictured(failing, List.of()), 1, file, Job.unwatched()));
    assertEquals("before", Files.readString(file));
  }
}
