package io.skipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.skipscope.error.InputException;
import io.skipscope.image.PictureSet.Entry;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureSetTest {
  @TempDir private Path folder;

  private void files(String... paths) throws IOException {
    for (String path : paths) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<Entry> list() {
    return PictureSet.list(folder, Job.unwatched());
  }

  @Test
  void picturesInFoldersOfTheirClassesAreLabelled() throws IOException {
    files("train/cat/0.png", "test/dog/2.jpg", "test/cat/1.png", "test/cat/notes.txt");
    assertEquals(
        List.of(new Entry("test/cat/1.png", "cat"), new Entry("test/dog/2.jpg", "dog")), list());
    assertEquals("1.png", list().get(0).name());
  }

  @Test
  void oneLoosePictureIsNotLostAndTakesTheLabelsAway() throws IOException {
    files("b/2.png", "a.png");
    assertEquals(List.of(new Entry("a.png", ""), new Entry("b/2.png", "")), list());
  }

  @Test
  void noPicturesAndNoSuchFileAreErrors() throws IOException {
    files("notes.txt");
    assertThrows(InputException.class, this::list);
    assertThrows(
        InputException.class, () -> PictureSet.list(folder.resolve("gone"), Job.unwatched()));
    assertThrows(InputException.class, () -> PictureSet.read(folder.resolve("notes.txt"), "a.png"));
  }

  @Test
  void listingAFolderCanBeCancelled() throws IOException {
    files("a.png");
    Job job = Job.unwatched();
    job.cancel();
    assertThrows(CancelledException.class, () -> PictureSet.list(folder, job));
  }
}
