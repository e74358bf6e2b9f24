package io.skipscope.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.error.SkipscopeException;
import io.skipscope.job.CancelledException;
import io.skipscope.job.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
  private static final Path WEIGHTS =
      Path.of("../samples/weights/resnet20_cifar10jpeg.safetensors");

  @TempDir Path folder;

  @Test
  void contentDecidesWhateverTheName() throws IOException {
    Path misnamed = Files.copy(WEIGHTS, folder.resolve("picture.png"));
    LoadedModel model = ModelFiles.open(misnamed, null, Job.unwatched());
    assertEquals("resnet20", model.metadata().get("arch"));
    assertEquals("picture", model.name());
  }

  @Test
  void nameOfOneFormatDoesNotHideTheContentOfAnother() throws IOException {
    Path misnamed = Files.copy(WEIGHTS, folder.resolve("weights.pth"));
    assertTrue(ModelFiles.open(misnamed, null, Job.unwatched()).origin().contains("safetensors,"));
  }

  @Test
  void brokenFileIsExplainedInTheTermsOfItsName() throws IOException {
    Path noise = Files.writeString(folder.resolve("weights.pth"), "noise");
    assertTrue(fault(ModelFormatException.class, noise).contains("magic number"));
  }

  @Test
  void oneLineSaysWhatIsWrong() throws IOException {
    String missing = fault(InputException.class, folder.resolve("missing.onnx"));
    assertTrue(missing.contains("no such file"), missing);
    assertTrue(missing.contains("PyTorch checkpoint (.pth, .pt, .th)"), missing);
    assertTrue(fault(InputException.class, folder).contains("a folder"));
    Path empty = Files.createFile(folder.resolve("empty.pth"));
    assertTrue(fault(ModelFormatException.class, empty).contains("an empty file"));
    Path text = Files.writeString(folder.resolve("notes.txt"), "just some words");
    assertTrue(fault(ModelFormatException.class, text).contains("no known format"));
  }

  @Test
  void cancelledJobStopsReading() {
    Job job = Job.unwatched();
    job.cancel();
    assertThrows(CancelledException.class, () -> ModelFiles.open(WEIGHTS, null, job));
  }

  private static String fault(Class<? extends SkipscopeException> type, Path file) {
    return assertThrows(type, () -> ModelFiles.open(file, null, Job.unwatched())).getMessage();
  }
}
