package io.skipscope.cli;

import io.skipscope.error.IoReason;
import io.skipscope.error.SkipscopeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine.ParameterException;

/**
 * What a failed command says: the line on standard error and the object of {@code --json}.
 *
 * @param error the whole line: where, what was found, what was expected
 */
record ErrorReport(String error, String where, String found, String expected) {
  private static final System.Logger LOG = System.getLogger(ErrorReport.class.getName());

  static ErrorReport ofSyntax(ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    String found = oneLine(failure.getMessage()).replaceFirst("^Error: ", "");
    String help = command + " --help";
    return new ErrorReport(found + "; see " + help, command, found, "what " + help + " shows");
  }

  /** One line for anything that can be thrown. */
  static ErrorReport of(Throwable failure) {
    LOG.log(System.Logger.Level.DEBUG, "The command failed", failure);
    if (failure instanceof SkipscopeException known) {
      return new ErrorReport(known.getMessage(), known.where(), known.found(), known.expected());
    } else if (failure instanceof IOException io) {
      return ofFile(io);
    } else if (failure instanceof UncheckedIOException io) {
      return ofFile(io.getCause());
    } else if (failure instanceof OutOfMemoryError) {
      return report(
          "memory",
          "too little for this (" + failure.getMessage() + ")",
          "a smaller size or batch, or more memory, such as SKIPSCOPE_JAVA_OPTS=-Xmx8g");
    } else if (failure instanceof StackOverflowError) {
      return report("input", "nesting too deep to follow", "a file that is nested less deeply");
    } else if (failure instanceof LinkageError) {
      return report("installation", describe(failure), "a complete build: run `mvn clean package`");
    }
    return report("internal error", describe(failure), "none; please report the command and this");
  }

  private static ErrorReport ofFile(IOException failure) {
    String file = failure instanceof FileSystemException named ? named.getFile() : null;
    return report(
        file == null ? "file" : file,
        IoReason.of(failure),
        "a file that can be read, or a folder with free space that can be written to");
  }

  private static String describe(Throwable failure) {
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
  }

  private static ErrorReport report(String where, String found, String expected) {
    SkipscopeException line = new SkipscopeException(where, found, expected);
    return new ErrorReport(line.getMessage(), line.where(), line.found(), line.expected());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
