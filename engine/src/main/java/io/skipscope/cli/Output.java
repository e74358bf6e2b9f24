package io.skipscope.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --json}, and where a command's words go: results to one stream, notes to the other. */
final class Output {
  @Option(names = "--json", description = "Print the result as one JSON value.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private ProgressBar bar;

  /** Prints the result: the object with {@code --json}, else the text. */
  void result(Object object, String text) {
    wipeBar();
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? Json.text(object) : text.stripTrailing());
    out.flush();
  }

  /** Tells something beside the result, in one line. */
  void note(String line) {
    wipeBar();
    command.commandLine().getErr().println(line);
  }

  ProgressBar progressBar() {
    bar = new ProgressBar(System.console() == null ? null : command.commandLine().getErr());
    return bar;
  }

  /** Words that follow begin on a clean line. */
  private void wipeBar() {
    if (bar != null) {
      bar.wipe();
    }
  }
}
