package io.skipscope.device.opencl;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderLibraryTest {
  @TempDir Path folder;

  @Test
  void isMissingWhereNeitherTheLinkerNorAFolderKnowsIt() throws IOException {
    assertTrue(LoaderLibrary.isMissing(cache("libc.so.6"), folder.toString()));
    assertTrue(LoaderLibrary.isMissing(cache("libc.so.6"), folder + "/absent"));
  }

  @Test
  void isFoundWhereTheLinkerKnowsIt() throws IOException {
    assertFalse(LoaderLibrary.isMissing(cache("libc.so.6\0libOpenCL.so.1\0"), ""));
  }

  @Test
  void isFoundInAFolder() throws IOException {
    Files.createFile(folder.resolve("libOpenCL.so.1.0.0"));
    assertFalse(LoaderLibrary.isMissing(cache("libc.so.6"), folder.toString()));
  }

  @Test
  void systemThatCannotBeAskedCountsAsHavingIt() {
    assertFalse(LoaderLibrary.isMissing(folder.resolve("absent"), ""));
  }

  private Path cache(String content) throws IOException {
    return Files.writeString(folder.resolve("ld.so.cache"), content);
  }
}
