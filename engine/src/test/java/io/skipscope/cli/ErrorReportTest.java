package io.skipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
  @Test
  void whateverIsThrownBecomesOneLine() {
    assertEquals(
        "memory: found too little for this (Java heap space), expected a smaller size or batch, or"
            + " more memory, such as SKIPSCOPE_JAVA_OPTS=-Xmx8g",
        line(new OutOfMemoryError("Java heap space")));
    assertEquals(
        "input: found nesting too deep to follow, expected a file that is nested less deeply",
        line(new StackOverflowError()));
    assertEquals(
        "internal error: found IllegalStateException (one two), expected none; please report the"
            + " command and this",
        line(new IllegalStateException("one\n  two")));
  }

  @Test
  void aFullDiskIsNamed() {
    IOException full = new FileSystemException("out.npy", null, "No space left on device");
    String expected =
        "out.npy: found No space left on device, expected a file that can be read, or a folder"
            + " with free space that can be written to";
    assertEquals(expected, line(full));
    assertEquals(expected, line(new UncheckedIOException(full)));
  }

  private static String line(Throwable failure) {
    return ErrorReport.of(failure).error();
  }
}
