package io.skipscope.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;

/** Where the program starts: {@code skipscope COMMAND ...}. */
public final class Main {
  private Main() {}

  /** Runs a command; leaves the process with its status unless a window is open. */
  public static void main(String[] args) {
    int status =
        execute(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Runs a command in this process.
   *
   * @param out gets the result and nothing else
   * @param err gets notes and, if the command fails, one line
   * @return 0, or 1 for a task that failed, or 2 for wrong syntax
   */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    if (args.length == 0) {
      return openWindow(out, err);
    }
    boolean json = Arrays.asList(args).contains("--json");
    CommandLine commandLine = SkipscopeCommand.commandLine(args);
    commandLine.setOut(out).setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(
        (failure, line) -> fail(ErrorReport.ofSyntax(failure), json, out, err, 2));
    commandLine.setExecutionExceptionHandler(
        (failure, command, line) -> fail(ErrorReport.of(failure), json, out, err, 1));
    return executeGuarded(commandLine, json, out, err, args);
  }

  /** There is nothing to parse, and picocli takes longer to load than Java to start. */
  private static int openWindow(PrintWriter out, PrintWriter err) {
    try {
      ViewCommand.open(null, null);
      return 0;
    } catch (RuntimeException | Error failure) {
      return fail(ErrorReport.of(failure), false, out, err, 1);
    }
  }

  /** Picocli hands exceptions to its handlers, but no errors such as a full heap. */
  private static int executeGuarded(
      CommandLine commandLine, boolean json, PrintWriter out, PrintWriter err, String... args) {
    try {
      return commandLine.execute(args);
    } catch (Error failure) {
      return fail(ErrorReport.of(failure), json, out, err, 1);
    }
  }

  private static int fail(
      ErrorReport report, boolean json, PrintWriter out, PrintWriter err, int status) {
    if (json) {
      out.println(Json.text(report));
    }
    err.println("skipscope: " + report.error());
    return status;
  }
}
