package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPicturesTest {
  @TempDir Path temp;

  @Test
  void classesAreInAlphabeticalOrder() throws IOException {
    Path data = folder("zebra/1.png", "ant/1.png", "ant/2.png");
    try (LabelledPictures pictures = LabelledPictures.open(data, null)) {
      assertEquals(List.of("ant", "zebra"), pictures.classes());
      assertEquals(
          List.of(
              new LabelledPictures.Entry("ant/1.png", 0),
              new LabelledPictures.Entry("ant/2.png", 0),
              new LabelledPictures.Entry("zebra/1.png", 1)),
          pictures.entries());
    }
  }

  @Test
  void testComesBeforeValidationAndTraining() throws IOException {
    assertEquals(List.of("set/test/a/1.png"), paths("set/train/a/1.png", "set/test/a/1.png"));
    assertEquals(List.of("val/a/1.png"), paths("train/a/1.png", "val/a/1.png"));
    assertEquals(List.of("train/a/1.png"), paths("train/a/1.png"));
  }

  @Test
  void aSplitCanBeChosen() throws IOException {
    Path data = folder("train/a/1.png", "test/a/2.png");
    try (LabelledPictures pictures = LabelledPictures.open(data, "train")) {
      assertEquals("train/a/1.png", pictures.entries().get(0).path());
    }
    assertEquals(data + ": found no split val, expected one of test, train", refusal(data, "val"));
  }

  @Test
  void picturesAreReadFromAZipWithoutUnpacking() throws IOException {
    Path zip = temp.resolve("data.zip");
    Path picture = temp.resolve("red.png");
    PngWriter.write(picture, new int[] {0xFFFF0000}, 1, 1);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("set/test/red/1.png"));
      out.write(Files.readAllBytes(picture));
      out.putNextEntry(new ZipEntry("set/readme.txt"));
    }
    try (LabelledPictures pictures = LabelledPictures.open(zip, null)) {
      assertEquals(1, pictures.entries().size());
      assertEquals(0xFF0000, pictures.read(pictures.entries().get(0)).rgb(0, 0));
    }
  }

  @Test
  void aLimitSpreadsOverAllClasses() throws IOException {
    Path data = folder("a/1.png", "a/2.png", "b/1.png", "b/2.png");
    try (LabelledPictures pictures = LabelledPictures.open(data, null)) {
      assertEquals(
          List.of(0, 1), pictures.spread(2).stream().map(LabelledPictures.Entry::label).toList());
      assertEquals(4, pictures.spread(100).size());
    }
  }

  @Test
  void whatIsNoDataSetIsRefused() throws IOException {
    Path text = Files.writeString(temp.resolve("text.zip"), "no archive");
    assertEquals(
        text + ": found neither a folder nor a ZIP file, expected one of these",
        refusal(text, null));
    Path flat = folder("1.png");
    assertEquals(
        flat
            + ": found no picture in a folder of its class, expected CLASS/PICTURE or"
            + " SPLIT/CLASS/PICTURE",
        refusal(flat, null));
  }

  private static String refusal(Path data, String split) {
    return assertThrows(InputException.class, () -> LabelledPictures.open(data, split))
        .getMessage();
  }

  private List<String> paths(String... files) throws IOException {
    try (LabelledPictures pictures = LabelledPictures.open(folder(files), null)) {
      return pictures.entries().stream().map(LabelledPictures.Entry::path).toList();
    }
  }

  private Path folder(String... files) throws IOException {
    Path folder = Files.createTempDirectory(temp, "data");
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }
    return folder;
  }
}
